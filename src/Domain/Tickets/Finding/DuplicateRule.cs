using Linli.Domain.Tickets.TextHelp;

namespace Linli.Domain.Tickets.Finding;

/// <summary>An open ticket as the search for duplicates sees it; all of one compound.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Building">The building; null in the common area.</param>
/// <param name="Category">Its code.</param>
/// <param name="Top">Code of the first level above.</param>
/// <param name="Place">The reporter's words for the place.</param>
/// <param name="Text">The reporter's words for the matter.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record ComparedTicket(Guid Id, Guid? Building, string Category, string Top, string Place, string Text, DateTimeOffset ReceivedAt);

/// <summary>How alike two tickets are.</summary>
/// <param name="Points">All points together.</param>
/// <param name="Shared">Of a thousand, how much of the texts is common.</param>
/// <param name="IsNear">Whether they came near in time.</param>
/// <param name="IsSameBuilding">Whether both are of one building.</param>
public readonly record struct Likeness(int Points, int Shared, bool IsNear, bool IsSameBuilding);

/// <summary>A ticket proposed for a group.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Likeness">Its likeness to the leading ticket.</param>
public sealed record ProposedMember(Guid Ticket, Likeness Likeness);

/// <summary>A group proposed: the earliest ticket leads.</summary>
/// <param name="Lead">The leading ticket.</param>
/// <param name="Members">The others, in the order in which they came.</param>
public sealed record ProposedGroup(Guid Lead, IReadOnlyList<ProposedMember> Members);

/// <summary>Which tickets may be one matter. Everything is measured against the leading ticket, so that no chain of small steps joins what is unlike.</summary>
public static class DuplicateRule
{
    /// <summary>The likeness of two tickets; null when they cannot be one matter.</summary>
    public static Likeness? Compare(ComparedTicket one, ComparedTicket other, DuplicateSettings rules)
    {
        var apart = (one.ReceivedAt - other.ReceivedAt).Duration();
        if (one.Top != other.Top || one.Building != other.Building || apart > TimeSpan.FromDays(rules.WithinDays))
        {
            return null;
        }

        var shared = Shared(one.Text, other.Text);
        var isNear = apart <= TimeSpan.FromHours(rules.NearHours);
        var isSameBuilding = one.Building is not null;
        var points = (shared * rules.Text / 1000) + (Shared(one.Place, other.Place) * rules.Place / 1000) + (one.Category == other.Category ? rules.SameCategory : 0)
            + (isNear ? rules.Near : 0) + (isSameBuilding ? rules.SameBuilding : 0);
        return new Likeness(points, shared, isNear, isSameBuilding);
    }

    /// <summary>The groups to propose. The order of the tickets does not matter.</summary>
    /// <param name="tickets">Open tickets of a compound, none of them in confidence.</param>
    /// <param name="leads">Those that lead a group already: what is like them joins it.</param>
    /// <param name="settled">Those that are in a group already.</param>
    /// <param name="toldApart">Pairs that somebody said are not one matter, in either order.</param>
    /// <param name="rules">The rule.</param>
    public static IReadOnlyList<ProposedGroup> Propose(
        IReadOnlyCollection<ComparedTicket> tickets, IReadOnlySet<Guid> leads, IReadOnlySet<Guid> settled, IReadOnlySet<(Guid, Guid)> toldApart, DuplicateSettings rules)
    {
        var taken = new HashSet<Guid>(settled);
        var groups = new List<ProposedGroup>();
        // Those who lead come first, then the earliest: so the same tickets make the same groups whatever their order.
        var ordered = tickets.OrderBy(ticket => !leads.Contains(ticket.Id)).ThenBy(ticket => ticket.ReceivedAt).ThenBy(ticket => ticket.Id).ToList();
        foreach (var lead in ordered.Where(ticket => leads.Contains(ticket.Id) || !settled.Contains(ticket.Id)))
        {
            if (!leads.Contains(lead.Id) && taken.Contains(lead.Id))
            {
                continue;
            }

            var members = ordered
                .Where(other => other.Id != lead.Id && !taken.Contains(other.Id) && !leads.Contains(other.Id) && !AreApart(lead.Id, other.Id, toldApart))
                .Select(other => (Ticket: other, Likeness: Compare(lead, other, rules)))
                .Where(other => other.Likeness is { } likeness && likeness.Points >= rules.Fewest)
                .OrderBy(other => other.Ticket.ReceivedAt).ThenBy(other => other.Ticket.Id)
                .Select(other => new ProposedMember(other.Ticket.Id, other.Likeness!.Value)).ToList();
            if (members.Count > 0)
            {
                taken.Add(lead.Id);
                taken.UnionWith(members.Select(member => member.Ticket));
                groups.Add(new ProposedGroup(lead.Id, members));
            }
        }

        return groups;
    }

    /// <summary>Of a thousand, how many pairs of neighbouring characters two texts have in common (Dice's measure).</summary>
    public static int Shared(string one, string other)
    {
        var (first, second) = (Pairs(one), Pairs(other));
        return first.Count + second.Count == 0 ? 0 : 2000 * first.Count(second.Contains) / (first.Count + second.Count);
    }

    private static HashSet<string> Pairs(string text) => [.. TextPieces.Of(text).Select(piece => piece.Text).Where(piece => piece.Length == 2)];

    private static bool AreApart(Guid one, Guid other, IReadOnlySet<(Guid, Guid)> apart) => apart.Contains((one, other)) || apart.Contains((other, one));
}
