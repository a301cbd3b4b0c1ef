using System.Text.Encodings.Web;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Look;
using Linli.Web.Tickets.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Queue.Pages;

/// <summary>The rows of what needs somebody now, written straight into the answer like those of the list.</summary>
internal sealed class NeedRows(
    NeededTickets needed, TicketPicks picks, bool withCompound, DateTimeOffset now, IStringLocalizer<QueueWords> words, IStringLocalizer<TicketWords> said) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (ticket, needs) in needed.Tickets)
        {
            writer.Write("<tr role=\"row\">");
            picks.Write(writer, encoder, ticket);
            writer.Write("<th role=\"rowheader\" scope=\"row\" class=\"c-title\"><a href=\"");
            encoder.Encode(writer, TicketLinks.Details(ticket.Number));
            writer.Write("\">");
            encoder.Encode(writer, ticket.Description);
            writer.Write("</a> <span class=\"t-2 t-s id nw\">");
            encoder.Encode(writer, ticket.Number);
            writer.Write("</span></th><td role=\"cell\">");
            WriteNeeds(writer, encoder, needs);
            writer.Write("</td><td role=\"cell\">");
            encoder.Encode(writer, withCompound ? $"{ticket.CompoundName} {ticket.PlaceText}" : ticket.PlaceText);
            writer.Write("</td><td role=\"cell\" class=\"nw\" data-label=\"");
            encoder.Encode(writer, said["Work.Column.Handler"]);
            writer.Write("\">");
            encoder.Encode(writer, ticket.HandlerName ?? said["Ticket.Nobody"]);
            writer.Write("</td><td role=\"cell\" class=\"c-end\"><span class=\"tag ");
            writer.Write(TicketTones.Of(ticket.State).Css());
            writer.Write("\">");
            encoder.Encode(writer, said["TicketState." + ticket.State]);
            writer.Write("</span></td></tr>");
        }
    }

    private void WriteNeeds(TextWriter writer, HtmlEncoder encoder, IReadOnlyList<NeededAct> needs)
    {
        var first = needs[0];
        var isLate = first.Band is QueueBand.Late or QueueBand.Emergency;
        writer.Write(isLate ? "<span class=\"t-b c-danger\">" : first.Band == QueueBand.Today ? "<span class=\"t-b c-warn\">" : "<span class=\"t-b\">");
        if (isLate)
        {
            writer.Write(Icons.Svg("alert-triangle"));
            writer.Write(' ');
        }

        encoder.Encode(writer, What(first));
        writer.Write("</span>");
        if (NeedText.When(first, now, words, said) is { Length: > 0 } when)
        {
            writer.Write(isLate ? "<br><span class=\"nw c-danger\">" : "<br><span class=\"nw\">");
            encoder.Encode(writer, when);
            writer.Write("</span>");
        }

        foreach (var other in needs.Skip(1))
        {
            writer.Write("<br><span class=\"t-2 t-s\">");
            encoder.Encode(writer, words["Need.Also", Say(other)]);
            writer.Write("</span>");
        }
    }

    private string What(NeededAct need) =>
        need.Band == QueueBand.Emergency ? words["Need.Emergency", words["Need." + need.Reason].Value] : words["Need." + need.Reason];

    private string Say(NeededAct need) => NeedText.When(need, now, words, said) is { Length: > 0 } when ? $"{What(need)} · {when}" : What(need);
}
