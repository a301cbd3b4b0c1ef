using System.Globalization;
using System.Text.Encodings.Web;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Look;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Queue.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>
/// The rows of the queue, written straight into the answer. Dispatchers open this list all day; fifty rows of partials and tag
/// helpers cost several times what the rest of the page does (docs/bench.md).
/// </summary>
internal sealed class QueueRows(
    IReadOnlyList<QueuedTicket> rows, TicketPicks picks, bool withCompound, DateTimeOffset now, IStringLocalizer<TicketWords> words, CategoryBook categories) : IHtmlContent
{
    private readonly Dictionary<string, string> said = [];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var row in rows)
        {
            writer.Write("<tr role=\"row\">");
            picks.Write(writer, encoder, row);
            writer.Write("<th role=\"rowheader\" scope=\"row\" class=\"c-title\"><a href=\"");
            encoder.Encode(writer, TicketLinks.Details(row.Number));
            writer.Write("\">");
            encoder.Encode(writer, row.Description);
            writer.Write("</a> <span class=\"t-2 t-s id nw\">");
            encoder.Encode(writer, row.Number);
            writer.Write("</span></th><td role=\"cell\">");
            encoder.Encode(writer, withCompound ? $"{row.CompoundName} {row.PlaceText}" : row.PlaceText);
            writer.Write("</td><td role=\"cell\" class=\"nw c-hide\">");
            encoder.Encode(writer, TitleOf(row.Category));
            writer.Write("</td><td role=\"cell\" class=\"nw\" data-label=\"");
            encoder.Encode(writer, Say("Work.Column.Handler"));
            writer.Write("\">");
            encoder.Encode(writer, row.HandlerName ?? Say("Ticket.Nobody"));
            writer.Write("</td><td role=\"cell\" class=\"c-end\"><span class=\"tag ");
            writer.Write(TicketTones.Of(row.State).Css());
            writer.Write("\">");
            encoder.Encode(writer, Say("TicketState." + row.State));
            writer.Write("</span></td><td role=\"cell\">");
            WriteDue(writer, encoder, row);
            writer.Write("</td></tr>");
        }
    }

    private void WriteDue(TextWriter writer, HtmlEncoder encoder, QueuedTicket row)
    {
        if (row.RepliedAt is { } replied && (row.State == TicketState.Replied || TicketFlow.IsFinal(row.State)))
        {
            writer.Write("<span class=\"t-2\">");
            encoder.Encode(writer, $"{Say("Ticket.TookTime")} {Durations.Say(replied - row.ReceivedAt, words)}");
            writer.Write("</span>");
            return;
        }

        if (TicketFlow.IsFinal(row.State))
        {
            return;
        }

        if (row.ResolveDueAt is not { } resolve)
        {
            writer.Write("<span class=\"t-2\">");
            encoder.Encode(writer, Say("Work.Paused"));
            writer.Write("</span>");
            return;
        }

        var due = Progress.At(row.ReceivedAt, resolve, now);
        var used = Math.Clamp((now - row.ReceivedAt).Ticks * 100m / Math.Max(1, (resolve - row.ReceivedAt).Ticks), 0, 100);
        writer.Write(due.State switch { DueState.Overdue => "<span class=\"t-b c-danger\">", DueState.DueSoon => "<span class=\"t-b c-warn\">", _ => "<span class=\"t-b\">" });
        if (due.IsOverdue)
        {
            writer.Write(Icons.Svg("alert-triangle"));
        }

        encoder.Encode(writer, " " + words[due.IsOverdue ? "Ticket.Over" : "Ticket.Left", Durations.Say(due.Remaining!.Value, words)].Value);
        writer.Write("</span><svg class=\"bar\" height=\"12\" role=\"img\" aria-label=\"");
        encoder.Encode(writer, string.Create(CultureInfo.InvariantCulture, $"{Say("Work.Column.Due")} {used:0}%"));
        writer.Write("\"><rect class=\"b0\" width=\"100%\" height=\"100%\" rx=\"6\"/><rect class=\"");
        writer.Write(due.State switch { DueState.Overdue => "bw", DueState.DueSoon => "ba", _ => "b1" });
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"\" width=\"{used:0.##}%\" height=\"100%\" rx=\"6\"/></svg>"));
    }

    private string TitleOf(string code) => said.TryGetValue(code, out var title) ? title : said[code] = categories.TitleOf(code);

    private string Say(string key) => said.TryGetValue(key, out var text) ? text : said[key] = words[key].Value;
}
