using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Demo.Builder;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// Where the committees stand: every registered one has its term, and of 长城社区's 13 compounds without one some never began, some
/// are being formed, and some lapsed (“一届届满就无人问津”). Days and rounds are made up; each state is reached by its acts.
/// </summary>
internal sealed class GoverningBodies(WorldBuilder world)
{
    private sealed record Step(int DaysAgo, BodyAct Act, Composition? Composition = null, int? TermDays = null);

    private static readonly Composition Group = new(7, 4, null);
    private static readonly Composition Five = new(5, null, null);

    public static void Tell(WorldBuilder world, Changcheng changcheng)
    {
        var bodies = new GoverningBodies(world);
        bodies.TakeOver();
        bodies.TellOf(changcheng);
    }

    // A committee's term is that of its chair; where no post is registered, half of five years are over.
    private void TakeOver()
    {
        var posts = world.Rows.Of<PostHeld>().Where(post => post.Kind == PostKinds.CommitteeChair.Code).ToDictionary(post => post.OrganisationId);
        var places = world.Rows.Of<Place>().ToDictionary(place => place.Id);
        foreach (var committee in world.Rows.Of<Organisation>().Where(o => o.Kind == OrganisationKind.OwnersCommittee).ToArray())
        {
            var from = posts.GetValueOrDefault(committee.Id)?.StartsOn ?? world.Today.AddDays(-910);
            var to = posts.GetValueOrDefault(committee.Id)?.EndsOn ?? from.AddYears(5).AddDays(-1);
            Live(places[committee.PlaceId], BodyKind.OwnersCommittee, committee.Id, from, new ActToRecord
            {
                Kind = BodyKind.OwnersCommittee, Act = BodyAct.RecordExisting, Day = from, Composition = Five, Term = new Term(from, to),
            });
        }
    }

    private void TellOf(Changcheng changcheng)
    {
        Step began = new(130, BodyAct.BeginForming), group = new(100, BodyAct.FormPreparatoryGroup, Group), again = new(60, BodyAct.FormPreparatoryGroup, Group);
        Tell(changcheng, 9, new Step(1900, BodyAct.RecordExisting, Five, 1826), new Step(74, BodyAct.Lapse));
        Tell(changcheng, 10, new Step(2100, BodyAct.RecordExisting, Five, 1826), new Step(274, BodyAct.Lapse), new Step(262, BodyAct.ActByResidents));
        Tell(changcheng, 12, began);
        Tell(changcheng, 13, began, group, new Step(20, BodyAct.PublishCandidates));
        Tell(changcheng, 15, began, group, new Step(98, BodyAct.PublishCandidates), new Step(75, BodyAct.RecordFailedElection), again,
            new Step(58, BodyAct.PublishCandidates), new Step(30, BodyAct.RecordFailedElection));
    }

    private void Tell(Changcheng changcheng, int compound, params Step[] steps)
    {
        DateOnly Day(int ago) => world.Today.AddDays(-ago);
        Live(changcheng.Compounds[compound].Place, BodyKind.OwnersCommittee, null, Day(steps[0].DaysAgo), [.. steps.Select(step => new ActToRecord
        {
            Kind = BodyKind.OwnersCommittee,
            Act = step.Act,
            Day = Day(step.DaysAgo),
            Composition = step.Composition,
            Term = step.TermDays is { } days ? new Term(Day(step.DaysAgo), Day(step.DaysAgo - days + 1)) : null,
        })]);
    }

    private void Live(Place compound, BodyKind kind, Guid? organisation, DateOnly since, params ActToRecord[] acts)
    {
        var row = world.Rows.Add(new GoverningBody { Id = world.Id("body", $"{compound.Code}/{kind}"), CompoundId = compound.Id, Kind = kind, OrganisationId = organisation });
        var rules = JurisdictionProfiles.For(compound.Code, since);
        Body? body = null;
        foreach (var (act, i) in acts.Select((act, i) => (act, i)))
        {
            var from = body?.State;
            body = BodyLife.Record(body, act, new BodySurroundings
            {
                Roles = BodyRoles.Subdistrict | BodyRoles.System, Rules = rules, Calendar = WorkCalendar.WeekdaysOnly, Today = world.Today,
            }).Value;
            row.Take(body);
            world.Rows.Add(new BodyRecord
            {
                Id = world.Id("body-act", $"{compound.Code}/{kind}/{i}"), BodyId = row.Id, Act = act.Act, FromState = from, ToState = body.State, OnDay = act.Day,
                At = ChinaTime.At(act.Day, new TimeOnly(10, 0)), ActedAs = CapacityNames.SystemForRecord, Members = act.Composition?.Members, Owners = act.Composition?.Owners,
                TermFrom = act.Term?.From, TermTo = act.Term?.To, Rules = rules.Stamp, DueOn = body.DueOn,
            });
        }
    }
}
