using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Committees;

/// <summary>What is wrong with an act beyond its place in the table.</summary>
internal static class ActFaults
{
    public static IEnumerable<Refusal> Of(Body? body, ActToRecord act, BodySurroundings around) => act.Act switch
    {
        BodyAct.BeginForming => around.FirstAssembly == Verdict.No ? [new FirstAssemblyIsTooEarly()] : [],
        BodyAct.FormPreparatoryGroup or BodyAct.FormReelectionGroup => Counted(act, who => who.FaultsAsGroup(around.Rules)),
        BodyAct.PublishCandidates => body!.GroupIsFormed ? [] : [new PreparatoryGroupIsMissing()],
        BodyAct.RecordElection => [.. NoticeFaults(body!, act, around), .. Elected(act, around)],
        BodyAct.RecordReelection or BodyAct.RecordExisting => Elected(act, around),
        BodyAct.Establish when around.CommitteeGoverns && act.Kind != BodyKind.SelfGovernment => [new CommitteeIsInOffice()],
        BodyAct.Establish => Established(act, around),
        BodyAct.File => body!.Filing == Filing.None ? [] : [new FilingIsUnderWay()],
        BodyAct.ReturnFiling or BodyAct.AnswerFiling => body!.Filing == Filing.Filed ? [] : [new NothingIsFiled()],
        BodyAct.RecordVacancy => act.Composition is null ? [new MembersAreMissing()] : [],
        BodyAct.CallByElection => Vacant(body!, act, around),
        BodyAct.SignHandoverItem => IsOneOpenItem(body!, act.Item) ? [] : [new HandoverItemIsNotOpen()],
        BodyAct.CompleteHandover => HandoverFaults(body!),
        _ => [],
    };

    private static IEnumerable<Refusal> Elected(ActToRecord act, BodySurroundings around) =>
    [
        .. Counted(act, who => who.FaultsAsCommittee(around.Rules, around.Households)),
        .. TermFaults(act, around.Rules.Number(RuleKey.CommitteeTermLeast), around.Rules.Number(RuleKey.CommitteeTermMost)),
    ];

    private static IEnumerable<Refusal> Established(ActToRecord act, BodySurroundings around) => act.Kind == BodyKind.InterimCommittee
        ? [.. Counted(act, who => who.FaultsAsInterim(around.Rules)), .. TermFaults(act, null, around.Rules.Number(RuleKey.InterimTermMost))]
        : [];

    private static IEnumerable<Refusal> Counted(ActToRecord act, Func<Composition, IEnumerable<Refusal>> faults) =>
        act.Composition is { } who ? faults(who) : [new MembersAreMissing()];

    // Five years from 1 January 2026 end with 31 December 2030.
    private static IEnumerable<Refusal> TermFaults(ActToRecord act, int? least, int? most)
    {
        if (act.Term is not { } term)
        {
            if (most is not null)
            {
                yield return new TermIsMissing();
            }
        }
        else if (term.To < term.From || term.To < LastDay(term, least) || term.To > LastDay(term, most))
        {
            yield return new TermIsTooShortOrTooLong(least, most);
        }
    }

    private static DateOnly? LastDay(Term term, int? years) => years is { } n ? term.From.AddYears(n).AddDays(-1) : null;

    private static IEnumerable<Refusal> NoticeFaults(Body body, ActToRecord act, BodySurroundings around) =>
        around.Rules.After(RuleKey.AssemblyPapersDays, body.LastActOn, around.Calendar) is { } earliest && act.Day < earliest
            ? [new NoticeWasTooShort(earliest)]
            : [];

    private static IEnumerable<Refusal> Vacant(Body body, ActToRecord act, BodySurroundings around)
    {
        if (act.Composition is not { } left)
        {
            return [new MembersAreMissing()];
        }

        return around.Rules.Share(RuleKey.VacancyShare) is { } share && body.Seats is { } seats && share.IsReachedBy(left.Members, seats)
            ? [new EnoughMembersAreLeft(seats, share.Numerator, share.Denominator)]
            : [];
    }

    private static bool IsOneOpenItem(Body body, HandoverItems item) =>
        item is HandoverItems.Seal or HandoverItems.Documents or HandoverItems.Accounts && (body.HandedOver & item) == HandoverItems.None;

    private static IEnumerable<Refusal> HandoverFaults(Body body)
    {
        if ((HandoverItems.All & ~body.HandedOver) is var open && open != HandoverItems.None)
        {
            yield return new HandoverItemsAreOpen(open);
        }

        if (body.Filing != Filing.Answered)
        {
            yield return new FilingIsNotAnswered();
        }
    }
}
