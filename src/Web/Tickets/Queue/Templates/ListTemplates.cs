using System.Globalization;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Queue.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>The response templates of the actor's organisation: the shipped ones in its words or ours, then its own.</summary>
internal sealed class ListTemplates(LinliDb db)
{
    /// <summary>All of them, also those that are switched off, for whoever keeps them.</summary>
    public Task<IReadOnlyList<OfferedTemplate>> All(Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ManageTemplates).IsNothing ? Task.FromResult<IReadOnlyList<OfferedTemplate>>([]) : Read(actor, cancel);

    /// <summary>Those that the actor may use.</summary>
    public async Task<IReadOnlyList<OfferedTemplate>> Of(Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.HandleTickets).IsNothing && Scope.Of(actor, Permission.AcceptTickets).IsNothing
            ? []
            : [.. (await Read(actor, cancel)).Where(template => !template.IsOff)];

    private async Task<IReadOnlyList<OfferedTemplate>> Read(Actor actor, CancellationToken cancel)
    {
        var organisation = actor.Capacity?.OrganisationId;
        var own = organisation is null ? [] : await db.Set<ResponseTemplate>().AsNoTracking().Where(t => t.OrganisationId == organisation).OrderBy(t => t.SetAt).ThenBy(t => t.Id).ToListAsync(cancel);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh" : "en";
        return
        [
            .. ShippedTemplate.All.Select(shipped => own.Find(t => t.Code == shipped.Code) is { } adapted ? Of(adapted) : new OfferedTemplate
            {
                Key = shipped.Code, Id = null, Code = shipped.Code, Use = shipped.Use, Title = shipped.Titles[language], Body = shipped.Bodies[language], IsOff = false,
            }),
            .. own.Where(t => t.Code is null || ShippedTemplate.Find(t.Code) is null).Select(Of),
        ];
    }

    private static OfferedTemplate Of(ResponseTemplate own) => new()
    {
        Key = own.Code ?? own.Id.ToString(), Id = own.Id, Code = own.Code, Use = own.Use, Title = own.Title, Body = own.Body, IsOff = own.IsOff,
    };
}
