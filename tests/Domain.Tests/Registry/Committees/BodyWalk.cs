using Linli.Domain.Kernel;
using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Tests.Registry.Committees;

/// <summary>Leads a body through its life, day by day.</summary>
internal sealed class BodyWalk(string division = "51")
{
    public const BodyRoles Everyone = BodyRoles.Committee | BodyRoles.Community | BodyRoles.Subdistrict | BodyRoles.System;

    public static readonly DateOnly First = new(2026, 1, 1);

    public LocalRules Rules { get; init; } = JurisdictionProfiles.For(division, new(2026, 11, 23));

    public DateOnly Today { get; set; } = First;

    public Body? Body { get; private set; }

    public Verdict FirstAssembly { get; set; } = Verdict.Yes;

    public int? Households { get; set; }

    public Outcome<Body> Try(BodyAct act, BodyKind kind = BodyKind.OwnersCommittee, Composition? who = null, Term? term = null, HandoverItems item = HandoverItems.None,
        BodyRoles roles = Everyone, DateOnly? day = null)
    {
        var judged = BodyLife.Record(
            Body,
            new ActToRecord { Kind = kind, Act = act, Day = day ?? Today, Composition = who, Term = term, Item = item },
            new BodySurroundings { Roles = roles, Rules = Rules, Calendar = WorkCalendar.WeekdaysOnly, Today = Today, FirstAssembly = FirstAssembly, Households = Households });
        if (judged.Succeeded(out var after))
        {
            Body = after;
        }

        return judged;
    }

    public BodyWalk Do(BodyAct act, int daysLater = 0, BodyKind kind = BodyKind.OwnersCommittee, Composition? who = null, Term? term = null, HandoverItems item = HandoverItems.None)
    {
        Today = Today.AddDays(daysLater);
        Try(act, kind, who, term, item).Refusals.ShouldBeEmpty($"{act} on {Today}");
        return this;
    }

    public static Composition Members(int count, int? owners = null, HeadFrom? head = null) => new(count, owners, head);

    public Term FiveYears => new(Today, Today.AddYears(5).AddDays(-1));

    /// <summary>Forming, elected, filed, in office.</summary>
    public BodyWalk InOffice()
    {
        Do(BodyAct.BeginForming).Do(BodyAct.FormPreparatoryGroup, 10, who: Members(7, 4)).Do(BodyAct.PublishCandidates, 20);
        Do(BodyAct.RecordElection, 15, who: Members(5), term: FiveYears);
        return Do(BodyAct.File, 5).Do(BodyAct.AnswerFiling, 3);
    }

    public IReadOnlyList<DueAlert> Alerts() => TermAlerts.DueOn(Today, Body!, Rules, WorkCalendar.WeekdaysOnly);
}
