using System.Security.Cryptography;
using System.Text;

namespace Linli.Domain.Tickets.Evaluation;

/// <summary>A closed ticket that may be drawn.</summary>
/// <param name="Ticket">Its id.</param>
/// <param name="Solved">The reporter's answer; null is none.</param>
/// <param name="Satisfaction">The reporter's answer; null is none.</param>
/// <param name="ReopenedOnVisit">Whether an earlier visit found it unsolved.</param>
/// <param name="IsDrawn">Whether it has been drawn for this closing.</param>
public sealed record VisitCandidate(Guid Ticket, bool? Solved, Satisfaction? Satisfaction, bool ReopenedOnVisit, bool IsDrawn);

/// <summary>A ticket that is to be visited, and why.</summary>
/// <param name="Ticket">Its id.</param>
/// <param name="Cause">Why.</param>
public sealed record DrawnVisit(Guid Ticket, VisitCause Cause);

/// <summary>
/// Draws the return visits among the closings of one compound and month: all that the policy names, and of the rest at least the
/// policy's share, rounded up, by a lot that anybody can draw again from the seed.
/// </summary>
public static class VisitDraw
{
    /// <summary>What is to be visited in addition to what has been drawn; drawing again adds nothing.</summary>
    public static IReadOnlyList<DrawnVisit> Draw(VisitPolicy policy, IReadOnlyCollection<VisitCandidate> closed)
    {
        var always = closed.Select(one => (One: one, Cause: CauseOf(policy, one))).ToLookup(pair => pair.Cause is not null);
        var rest = always[false].Select(pair => pair.One).ToList();
        // Rounded up, so that the share is never fallen short of.
        var wanted = (int)((((long)rest.Count * policy.SampleBasisPoints) + 9_999) / 10_000) - rest.Count(one => one.IsDrawn);
        return
        [
            .. always[true].Where(pair => !pair.One.IsDrawn).Select(pair => new DrawnVisit(pair.One.Ticket, pair.Cause!.Value)).OrderBy(drawn => drawn.Ticket),
            .. rest.Where(one => !one.IsDrawn).OrderBy(one => Lot(policy.Seed, one.Ticket), StringComparer.Ordinal).Take(Math.Max(0, wanted))
                .Select(one => new DrawnVisit(one.Ticket, VisitCause.Sample)),
        ];
    }

    /// <summary>Why the policy wants the ticket visited in any case; null when only the lot can.</summary>
    public static VisitCause? CauseOf(VisitPolicy policy, VisitCandidate closed) => policy.Always
        .Where(cause => cause switch
        {
            VisitCause.ReopenedOnVisit => closed.ReopenedOnVisit,
            VisitCause.Unsolved => closed.Solved == false,
            VisitCause.Dissatisfied => closed.Satisfaction == Satisfaction.Dissatisfied,
            VisitCause.Unrated => closed.Solved is null && closed.Satisfaction is null,
            _ => false,
        })
        .Select(cause => (VisitCause?)cause).FirstOrDefault();

    private static string Lot(string seed, Guid ticket) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{ticket:N}")));
}
