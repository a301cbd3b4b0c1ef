using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>Deletes a template of the own organisation; where it stood in the place of a shipped one, that is back.</summary>
internal sealed class RemoveTemplate(LinliDb db, Changes changes)
{
    private const string Process = nameof(RemoveTemplate);

    public async Task<Outcome<Done>> Execute(RemoveTemplateInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.TemplateId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (Scope.Of(context.Actor, Permission.ManageTemplates).IsNothing || context.Actor.Capacity?.OrganisationId is not { } organisation
            || await db.Set<ResponseTemplate>().SingleOrDefaultAsync(t => t.Id == input.TemplateId && t.OrganisationId == organisation, cancel) is not { } template)
        {
            return new NotFound();
        }

        db.Remove(template);
        return (await changes.Save(context, Process, "ResponseTemplate", template.Id, new { organisation, template.Code }, cancel)).Then(_ => Done.It);
    }
}
