using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>Words a response template for the own organisation, a new one or one that is there, shipped or own.</summary>
internal sealed class SetTemplate(LinliDb db, Changes changes)
{
    private const string Process = nameof(SetTemplate);

    public async Task<Outcome<Guid>> Execute(TemplateInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.TemplateId?.ToString() ?? ShippedTemplate.Find(input.Code)?.Code ?? string.Empty);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (Scope.Of(context.Actor, Permission.ManageTemplates).IsNothing || context.Actor.Capacity?.OrganisationId is not { } organisation)
        {
            return new NotAllowedInThisCapacity();
        }

        var own = await db.Set<ResponseTemplate>().Where(t => t.OrganisationId == organisation).ToListAsync(cancel);
        var shipped = ShippedTemplate.Find(input.Code);
        var template = input.TemplateId is { } id ? own.Find(t => t.Id == id) : own.Find(t => shipped is not null && t.Code == shipped.Code);
        if ((input.TemplateId is not null && template is null) || (!string.IsNullOrEmpty(input.Code) && shipped is null))
        {
            return new NotFound();
        }

        var faults = new TemplateFaults();
        var (title, body) = faults.Read(input);
        var most = QueueLimits.On(ChinaTime.DayOf(context.At)).MostTemplates;
        faults.AddIf(template is null && own.Count >= most, new TemplatesAreTooMany(most));
        faults.AddIf(shipped is null && template?.Code is null && (input.Use is not { } use || !Enum.IsDefined(use)), new TemplateUseIsMissing());
        faults.AddIf(own.Exists(t => t.Id != template?.Id && t.Title == title), new TemplateTitleIsTaken());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        if (template is null)
        {
            db.Add(template = new ResponseTemplate { Id = context.RequestId, OrganisationId = organisation, Code = shipped?.Code });
        }

        template.Use = ShippedTemplate.Find(template.Code)?.Use ?? input.Use!.Value;
        (template.Title, template.Body, template.IsOff, template.SetBy, template.SetAt) = (title, body, input.IsOff, context.Actor.PersonId, context.At);
        return (await changes.Save(context, Process, "ResponseTemplate", template.Id, new { organisation, template.Code, template.IsOff }, cancel)).Then(saved => saved.SubjectId);
    }
}
