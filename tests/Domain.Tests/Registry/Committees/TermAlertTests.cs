using Linli.Domain.Kernel;
using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;
using static Linli.Domain.Tests.Registry.Committees.BodyWalk;

namespace Linli.Domain.Tests.Registry.Committees;

/// <summary>No term ends unnoticed, whatever happens and whenever somebody looks.</summary>
public sealed class TermAlertTests
{
    private static readonly string[] Divisions = ["99", "50", "51", "11", "37", "370705", "3301"];

    private static readonly BodyAct[] HumanActs = [.. Enum.GetValues<BodyAct>().Where(act => BodyFlow.RolesOf(act) != BodyRoles.System && act != BodyAct.Dissolve)];

    [Fact]
    public void DaysClimbInOrderAndReachTheSubdistrictBeforeTheEnd() => Prop.ForAll(
        (from division in Gen.Elements(Divisions)
         from early in Gen.Choose(1, 400) from report in Gen.Choose(1, 400) from climb in Gen.Choose(1, 400) from steps in Gen.Choose(1, 400)
         from end in Gen.Choose(0, 20_000)
         select (division, early, report, climb, steps, end)).ToArbitrary(),
        given =>
        {
            var rules = Tuned(given.division, (RuleKey.EarlyReminder, given.early), (RuleKey.ReportLead, given.report), (RuleKey.ClimbAfter, given.climb), (RuleKey.SubdistrictStepsIn, given.steps));
            var end = First.AddDays(given.end);
            var days = TermAlerts.DaysOf(end, rules, WorkCalendar.WeekdaysOnly);
            return days.Early <= days.Report && days.Report <= days.Community && days.Community <= days.Subdistrict && days.Subdistrict <= end && days.StepsIn <= end && days.Over == end.AddDays(1);
        }).QuickCheckThrowOnFailure();

    /// <summary>A platform that looks on random days, people who act at random: after the end there is a successor, or everybody was told.</summary>
    [Fact]
    public void NoLapseIsEverSilent() => Prop.ForAll(
        (from division in Gen.Elements(Divisions)
         from steps in (from gap in Gen.Choose(0, 200) from look in Gen.Elements(true, false) from act in Gen.Elements(HumanActs) from members in Gen.Choose(1, 9)
                        from item in Gen.Elements(HandoverItems.Seal, HandoverItems.Documents, HandoverItems.Accounts) select (gap, look, act, members, item)).ArrayOf(60)
         select (division, steps)).ToArbitrary(),
        given =>
        {
            var walk = new BodyWalk(given.division);
            walk.Do(BodyAct.RecordExisting, who: Members(5), term: walk.FiveYears);
            var raised = new HashSet<(AlertStep, DateOnly)>();
            foreach (var step in given.steps)
            {
                walk.Today = walk.Today.AddDays(step.gap);
                if (step.look)
                {
                    Look(walk, raised);
                }

                walk.Try(step.act, who: Members(step.members, step.members, HeadFrom.Owner), term: walk.FiveYears, item: step.item);
            }

            Look(walk, raised);
            var body = walk.Body!;
            var over = body.Term is { } term && term.To < walk.Today;
            var governs = body.GovernsOn(walk.Today);
            return !over || (!governs && ((body.State == BodyState.Handover && (body.Filing != Filing.None || body.DueOn >= walk.Today)) || raised.Contains((AlertStep.TermIsOver, body.Term!.Value.To))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhoLooksLateHearsOfEveryStepAtOnce()
    {
        var walk = new BodyWalk();
        walk.Do(BodyAct.RecordExisting, who: Members(5), term: walk.FiveYears);
        walk.Today = walk.Body!.Term!.Value.To.AddDays(1);
        walk.Alerts().Select(alert => alert.Step).ShouldBe(
            [AlertStep.EarlyToCommittee, AlertStep.ReportIsDue, AlertStep.ToCommunity, AlertStep.ToSubdistrict, AlertStep.TermIsOver]);
    }

    [Fact]
    public void AlertsClimbWhileNobodyActs()
    {
        var walk = new BodyWalk();
        walk.Do(BodyAct.RecordExisting, who: Members(5), term: new(First, new(2027, 6, 30)));
        AlertStep[] On(int month, int day)
        {
            walk.Today = new(2027, month, day);
            return [.. walk.Alerts().Select(alert => alert.Step)];
        }

        // National default: three months before the end is 30 March; 30 days earlier the first reminder, 15 days for each step up.
        On(2, 27).ShouldBeEmpty();
        On(2, 28).ShouldBe([AlertStep.EarlyToCommittee]);
        On(3, 30).ShouldBe([AlertStep.EarlyToCommittee, AlertStep.ReportIsDue]);
        On(4, 14).ShouldContain(AlertStep.ToCommunity);
        On(4, 28).ShouldNotContain(AlertStep.ToSubdistrict);
        On(4, 29).ShouldContain(AlertStep.ToSubdistrict);
        On(6, 30).ShouldNotContain(AlertStep.TermIsOver);
        On(7, 1).ShouldContain(AlertStep.TermIsOver);
    }

    [Fact]
    public void WhoeverActsStopsTheClimbUntilTheNextDayPasses()
    {
        var walk = new BodyWalk();
        walk.Do(BodyAct.RecordExisting, who: Members(5), term: new(First, new(2027, 6, 30)));
        walk.Today = new(2027, 4, 1);
        walk.Do(BodyAct.ReportReelection);
        walk.Today = new(2027, 5, 20);
        walk.Alerts().Select(alert => alert.Step).ShouldNotContain(AlertStep.ToCommunity);
        walk.Today = new(2027, 5, 31);
        walk.Alerts().Select(alert => alert.Step).ShouldContain(AlertStep.ToSubdistrict);
        walk.Alerts().ShouldNotContain(alert => alert.Step == AlertStep.DeadlineMissed);
        walk.Today = new(2027, 6, 1);
        walk.Alerts().ShouldContain(new DueAlert(AlertStep.DeadlineMissed, new(2027, 5, 31), new(2027, 6, 1)));
    }

    [Fact]
    public void ElectionThatIsNeverFiledIsNoSuccessor()
    {
        var walk = new BodyWalk();
        walk.Do(BodyAct.RecordExisting, who: Members(5), term: new(First, new(2027, 6, 30)));
        walk.Today = new(2027, 6, 1);
        walk.Do(BodyAct.ReportReelection).Do(BodyAct.FormReelectionGroup, who: Members(7, 4)).Do(BodyAct.RecordReelection, 20, who: Members(5), term: new(new(2027, 7, 1), new(2032, 6, 30)));
        walk.Today = new(2027, 7, 2);
        walk.Alerts().ShouldContain(alert => alert.Step == AlertStep.TermIsOver);
        walk.Do(BodyAct.File);
        walk.Alerts().ShouldNotContain(alert => alert.Step == AlertStep.TermIsOver);
    }

    private static void Look(BodyWalk walk, HashSet<(AlertStep, DateOnly)> raised)
    {
        var due = walk.Alerts().Where(alert => raised.Add((alert.Step, alert.About))).ToArray();
        if (due.Any(alert => alert.Step != AlertStep.DeadlineMissed))
        {
            walk.Try(BodyAct.NoteExpiring, roles: BodyRoles.System);
        }

        if (due.Any(alert => alert.Step == AlertStep.TermIsOver))
        {
            walk.Try(BodyAct.Lapse, roles: BodyRoles.System);
        }
    }

    private static LocalRules Tuned(string division, params (RuleKey Key, int Days)[] changes)
    {
        var rules = JurisdictionProfiles.For(division, new(2026, 11, 23));
        var entries = rules.Nearest.Entries.ToDictionary();
        foreach (var (key, days) in changes)
        {
            entries[key] = new ProfileEntry(new AmountValue(days, RuleUnit.Days), new RuleSource("test", Verification.Design), First);
        }

        var tuned = rules.Nearest with { Entries = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(entries) };
        return new LocalRules([tuned, .. rules.Profiles.Skip(1)]);
    }
}
