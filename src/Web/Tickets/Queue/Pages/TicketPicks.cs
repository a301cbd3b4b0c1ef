using System.Text.Encodings.Web;
using Linli.Web.Tickets.Queue.Batch;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Queue.Pages;

/// <summary>The box before a line that chooses its ticket for a batch, with the version that is shown.</summary>
internal sealed class TicketPicks(bool isOffered, bool areTicked, IStringLocalizer<QueueWords> words)
{
    public bool IsOffered => isOffered;

    public void Write(TextWriter writer, HtmlEncoder encoder, QueuedTicket ticket)
    {
        if (!isOffered)
        {
            return;
        }

        writer.Write("<td role=\"cell\" class=\"c-pick\"><input type=\"checkbox\" form=\"batch\" name=\"t\" value=\"");
        encoder.Encode(writer, BatchTicket.Write(ticket.Number, ticket.Version));
        writer.Write("\" aria-label=\"");
        encoder.Encode(writer, words["Batch.Pick", ticket.Number]);
        writer.Write(areTicked ? "\" checked></td>" : "\"></td>");
    }
}
