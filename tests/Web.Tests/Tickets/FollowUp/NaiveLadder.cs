namespace Linli.Web.Tests.Tickets.FollowUp;

/// <summary>
/// The ladder once more, written down independently of Domain from the sentences of the specification, moment by moment: at each look,
/// what is late and was not dealt with yet.
/// </summary>
internal static class NaiveLadder
{
    public static Dictionary<(Guid Ticket, int Round, string Step), DateTimeOffset> Of(PlannedTicket ticket, IReadOnlyList<DateTimeOffset> looks)
    {
        var found = new Dictionary<(Guid, int, string), DateTimeOffset>();
        var happened = 0;
        foreach (var look in looks.SkipWhile(look => look < ticket.Received))
        {
            while (happened < ticket.Events.Count && ticket.Events[happened].At <= look)
            {
                happened++;
            }

            var isNew = happened == 0;
            var now = isNew ? default : ticket.Events[happened - 1];
            if (now.ClosedAt is not null)
            {
                break;
            }

            if (now.RepliedAt is not null)
            {
                continue;
            }

            var begin = now.ReopenedAt ?? ticket.Received;
            void Take(string step) => found.TryAdd((ticket.Id, now.Round, step), look);
            bool Late(DateTimeOffset end, int hours) => look > (end > begin ? end : begin) + TimeSpan.FromHours(hours);
            bool Nearly(DateTimeOffset end) => look >= begin && 4 * (end - look) <= end - ticket.Received;

            if (now.ContactedAt is null)
            {
                if (Nearly(ticket.ContactDue)) { Take("contact-reminder"); }
                if (Late(ticket.ContactDue, 0)) { Take("contact-yellow"); }
                if (Late(ticket.ContactDue, 24)) { Take("contact-red"); }
            }

            var due = isNew ? ticket.ResolveDue : now.Due;
            if (due is { } end)
            {
                if (Nearly(end)) { Take("reminder"); }
                if (Late(end, 0)) { Take("yellow"); }
                if (Late(end, 24)) { Take("red"); }
                if (Late(end, 72)) { Take("listing-proposal"); }
            }

            if (now.Round >= 3 && look > begin) { Take("listing-proposal"); }
        }

        return found;
    }
}
