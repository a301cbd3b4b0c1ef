using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>Fills what a template leaves open with what stands on a ticket.</summary>
internal sealed class FillTemplate(IStringLocalizer<QueueWords> words)
{
    public string Of(string body, QueuedTicket ticket) => Of(body, ticket.Number, ticket.PlaceText, ticket.HandlerName, ticket.ResolveDueAt);

    public string Of(string body, string number, string place, string? worker, DateTimeOffset? dueAt) => TemplateText.Fill(body, open => open switch
    {
        TemplatePlace.Number => number,
        TemplatePlace.Place => place,
        TemplatePlace.Worker => worker ?? words["Template.Nobody"],
        TemplatePlace.Time => dueAt is { } due ? Moments.Due(due) : words["Template.NoTime"],
        _ => throw new ArgumentOutOfRangeException(nameof(body), open, "No such place."),
    });
}
