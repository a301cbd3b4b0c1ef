using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Demo.World;

/// <summary>Return visits drawn by the product's own lot, some of them made, and a few exclusions: granted, rejected, and one that waits for its second word.</summary>
internal sealed class Evaluations(WorldBuilder world, DemoRoles roles)
{
    internal sealed record Plan(string About, string?[] Heard, string OutOfLaw, string Unreachable, string Waiting, string Rejected, string Rejection);

    private readonly Plan texts = Preset.Read<Plan>("evaluation");
    private readonly VisitPolicy policy = VisitPolicy.On(world.Today);
    private readonly HashSet<Guid> unreachable = [];

    public void Build(CompoundBuilder compound)
    {
        var places = world.Rows.Of<Place>().ToDictionary(place => place.Id);
        var closed = world.Rows.Of<Ticket>().Where(t => t.State == TicketState.Closed && t.ClosedAt >= world.Now.AddDays(-policy.ClosedWithinDays)).ToList();
        foreach (var group in closed.GroupBy(t => (t.CompoundId, Month: new DateOnly(ChinaTime.DayOf(t.ClosedAt!.Value).Year, ChinaTime.DayOf(t.ClosedAt!.Value).Month, 1))))
        {
            if (HolderOver(PostKinds.CommunityWorker, places[group.Key.CompoundId]) is { } caller)
            {
                Draw(group.Key.CompoundId, group.Key.Month, [.. group], caller);
            }
        }

        Exclude(compound);
    }

    private PostHeld? HolderOver(PostKind kind, Place place) => world.Rows.Of<PostHeld>()
        .Where(post => post.Kind == kind.Code && post.EndedOn is null)
        .FirstOrDefault(post => world.Rows.Of<Place>().Any(at => at.Id == post.PlaceId && place.Path.StartsWith(at.Path, StringComparison.Ordinal)));

    private void Draw(Guid compound, DateOnly month, IReadOnlyList<Ticket> closed, PostHeld caller)
    {
        var drawn = VisitDraw.Draw(policy, [.. closed.Select(t => new VisitCandidate(t.Id, t.Solved, t.Satisfaction, ReopenedOnVisit: false, IsDrawn: false))]);
        foreach (var (one, ticket) in drawn.Select(one => (one, closed.First(t => t.Id == one.Ticket))))
        {
            var at = ticket.ClosedAt!.Value.AddMinutes(40);
            at = at > world.Now ? world.Now : at;
            var visit = world.Rows.Add(new ReturnVisit
            {
                Id = world.Id("return-visit", $"{ticket.Id}"), TicketId = ticket.Id, CompoundId = compound, Round = ticket.TimesReopened, Cause = one.Cause, Policy = policy.Code,
                DrawnAt = at, DueOn = ChinaTime.DayOf(at).AddDays(policy.DueDays), State = VisitState.Open,
            });
            Make(visit, ticket, caller, new Dice($"visit/{ticket.CompoundId}/{ticket.ReceivedAt.Ticks}"));
        }

        world.Rows.Add(new VisitDrawn { CompoundId = compound, Month = month, Policy = policy.Code, Closed = closed.Count, Drawn = drawn.Count, DrawnAt = world.Now });
    }

    // What was drawn in the last two days is still to be made.
    private void Make(ReturnVisit visit, Ticket ticket, PostHeld caller, Dice dice)
    {
        var at = visit.DrawnAt;
        var answers = dice.Percent(70);
        for (var call = 1; visit.State == VisitState.Open && call <= policy.Attempts; call++)
        {
            at = at.AddHours(dice.Between(20, 44));
            if (at > world.Now)
            {
                return;
            }

            var heard = answers && (call > 1 || dice.Percent(70));
            var satisfaction = dice.Percent(75) ? Satisfaction.Satisfied : Satisfaction.Basic;
            visit.Attempts = call;
            visit.State = heard ? VisitState.Answered : call == policy.Attempts ? VisitState.Unreachable : VisitState.Open;
            visit.DoneAt = visit.State == VisitState.Open ? null : at;
            if (heard)
            {
                (ticket.Solved, ticket.Satisfaction) = (true, satisfaction);
            }

            if (visit.State == VisitState.Unreachable)
            {
                unreachable.Add(ticket.Id);
            }

            world.Rows.Add(new TimelineEntry
            {
                Id = world.Id("timeline", $"{ticket.Id}/visit/{call}"), TicketId = ticket.Id, At = at, Act = TicketAct.Visit, State = TicketFlow.Decide(ticket.State, TicketAct.Visit, TicketRoles.Visitor).Value,
                PersonId = caller.PersonId, PersonName = NameOf(caller), ActedAs = world.SaidAs(caller), Note = heard ? dice.Pick(texts.Heard) : null,
                Solved = heard ? true : null, Satisfaction = heard ? satisfaction : null,
            });
        }
    }

    private void Exclude(CompoundBuilder compound)
    {
        var place = compound.Place;
        var (worker, secretary, officer) = (HolderOver(PostKinds.CommunityWorker, place), HolderOver(PostKinds.CommunitySecretary, place), HolderOver(PostKinds.SubdistrictOfficer, place));
        var dispatcher = world.Rows.Of<PostHeld>().First(post => post.PersonId == roles.Of(DemoRole.Dispatcher));
        if (worker is null || secretary is null || officer is null)
        {
            throw new InvalidOperationException("Nobody is there to decide on exclusions.");
        }

        var closed = world.Rows.Of<Ticket>().Where(t => t.CompoundId == place.Id && t.State == TicketState.Closed && t.ClosedAt <= world.Now.AddDays(-4)).OrderByDescending(t => t.ClosedAt).ToList();
        var silent = closed.FirstOrDefault(t => unreachable.Contains(t.Id) && t.Solved is null && t.Satisfaction is null);
        if (silent is not null)
        {
            Decide(Ask(silent, ExclusionReason.NoValidAnswer, texts.Unreachable, dispatcher), silent, secretary, officer);
        }

        var others = closed.Where(t => t != silent && t.Category is "fees" or "service" or "noise" or "suggestion" or "parking").Take(3).ToList();
        if (others is [var unlawful, var refused, var open])
        {
            Decide(Ask(unlawful, ExclusionReason.OutOfLaw, texts.OutOfLaw, dispatcher), unlawful, worker, officer);
            var rejected = Ask(refused, ExclusionReason.OutOfLaw, texts.Rejected, dispatcher);
            (rejected.EndedAt, rejected.EndedBy, rejected.EndedAs, rejected.Ended, rejected.EndedNote) =
                (rejected.RequestedAt.AddHours(6), worker.PersonId, world.SaidAs(worker), ExclusionEnd.Rejected, texts.Rejection);
            var waiting = Ask(open, ExclusionReason.OutOfLaw, texts.Waiting, dispatcher);
            (waiting.FirstAt, waiting.FirstBy, waiting.FirstAs) = (waiting.RequestedAt.AddHours(3), secretary.PersonId, world.SaidAs(secretary));
        }
    }

    private Exclusion Ask(Ticket ticket, ExclusionReason reason, string note, PostHeld by) => world.Rows.Add(new Exclusion
    {
        Id = world.Id("exclusion", $"{ticket.Id}"), TicketId = ticket.Id, Reason = reason, Note = note,
        RequestedAt = ticket.ClosedAt!.Value.AddDays(2), RequestedBy = by.PersonId, RequestedAs = world.SaidAs(by),
    });

    private void Decide(Exclusion round, Ticket ticket, PostHeld first, PostHeld second)
    {
        (round.FirstAt, round.FirstBy, round.FirstAs) = (round.RequestedAt.AddHours(5), first.PersonId, world.SaidAs(first));
        (round.SecondAt, round.SecondBy, round.SecondAs) = (round.RequestedAt.AddHours(20), second.PersonId, world.SaidAs(second));
        ticket.Excluded = ExclusionRounds.ScopeOf([round.ToRound()], returnAccepted: false);
    }

    private string NameOf(PostHeld post) => world.Rows.Of<Person>().First(person => person.Id == post.PersonId).Name;
}
