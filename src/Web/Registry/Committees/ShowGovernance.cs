using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Committees;

/// <summary>The bodies of a compound for those who look after it.</summary>
internal sealed class ShowGovernance(LinliDb db, GovernanceReader reader, ListRules rules, IStringLocalizer<CommitteeTexts> texts, TimeProvider clock, WorkCalendars calendars)
{
    public async Task<GovernanceView?> Execute(string code, Actor actor, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        if (await reader.Find(code, Scope.Of(actor, Permission.ViewRegistry), today, cancel) is not { } compound)
        {
            return null;
        }

        var roles = BodyAccess.RolesOf(actor, compound.Place.Path);
        var views = new List<BodyView>();
        foreach (var body in compound.Bodies.OrderBy(b => b.State == BodyState.Dissolved).ThenBy(b => b.Kind))
        {
            views.Add(await View(body, compound.Rules, compound.HasCovenantText, roles, today, cancel));
        }

        return new GovernanceView
        {
            Code = compound.Place.Code,
            Name = compound.Place.Name,
            Type = compound.Compound.Type,
            Above = await BrowsePlace.Above(db, compound.Place.Path, actor, cancel),
            Standing = Standings.Of(compound.Facts),
            NextStep = compound.Next.Step,
            DueOn = compound.Next.DueOn,
            IsOverdue = compound.Next.DueOn < today,
            Rules = [.. compound.Next.Rules.Select(key => rules.View(compound.Rules.Of(key)))],
            RulesStamp = compound.Rules.Stamp,
            MissingYears = [.. views.Where(v => v.State != BodyState.Dissolved).Select(v => v.DueOn).Append(compound.Next.DueOn).OfType<DateOnly>()
                .SelectMany(day => calendars.Now.MissingYears(today, day)).Distinct().Order()],
            FirstAssembly = Assembly(compound),
            Bodies = views,
            ToBegin = [.. Enum.GetValues<BodyKind>().Where(kind => compound.BodyOf(kind) is null && CanBegin(kind, compound.Facts))
                .SelectMany(kind => BodyFlow.ActsOpenTo(kind, null, roles).Select(act => new OpenAct(kind, act)))],
        };
    }

    // Nothing stands in for a committee that is in office.
    private static bool CanBegin(BodyKind kind, GovernanceFacts facts) =>
        facts.IsToBeCovered && (kind == BodyKind.OwnersCommittee || facts.Committee?.GovernsOn(facts.Today) != true);

    private AssemblyView Assembly(Governance compound) => new()
    {
        Verdict = compound.Assembly.Verdict,
        Alternatives = [.. compound.Assembly.Alternatives.Select(conditions => (IReadOnlyList<ConditionView>)
            [.. conditions.Select(c => new ConditionView(c.Kind, c.Share is { } share ? RuleWords.Share(share, texts) : null, c.Years, c.Verdict))])],
        AllArea = compound.Figures.AllArea,
        DeliveredArea = compound.Figures.DeliveredArea,
        AllHomes = compound.Figures.AllHomes,
        DeliveredHomes = compound.Figures.DeliveredHomes,
        FirstDelivery = compound.Figures.FirstDelivery,
        Rule = rules.View(compound.Rules.Of(RuleKey.FirstAssembly)),
    };

    private async Task<BodyView> View(GoverningBody body, LocalRules local, bool hasCovenantText, BodyRoles roles, DateOnly today, CancellationToken cancel) => new()
    {
        Id = body.Id,
        Kind = body.Kind,
        State = body.State,
        OrganisationId = body.OrganisationId,
        Seats = body.Seats,
        TermFrom = body.TermFrom,
        TermTo = body.TermTo,
        DaysLeft = body.TermTo is { } end ? end.DayNumber - today.DayNumber : null,
        NextFrom = body.NextFrom,
        NextTo = body.NextTo,
        Filing = body.Filing,
        HandedOver = body.HandedOver,
        HasCovenant = body.HasCovenant || hasCovenantText,
        HasCovenantText = hasCovenantText,
        FailedRounds = body.FailedRounds,
        DueOn = body.DueOn,
        IsOverdue = body.DueOn < today && body.State != BodyState.Dissolved,
        Alerting = body.TermTo is { } last && body.State.Governs() ? TermAlerts.DaysOf(last, local, calendars.Now) : null,
        Version = body.Version,
        OpenActs = BodyFlow.ActsOpenTo(body.Kind, body.State, roles),
        Acts = await Acts(body.Id, cancel),
        Alerts = await db.Set<BodyAlert>().AsNoTracking().Where(a => a.BodyId == body.Id).OrderBy(a => a.RaisedAt).ThenBy(a => a.DueSince)
            .Select(a => new AlertView(a.Step, a.About, a.RaisedAt, a.Told)).ToListAsync(cancel),
        Duties = await (
            from duty in db.Set<BodyDuty>()
            join unit in db.Set<Unit>() on duty.UnitId equals unit.Id
            where duty.BodyId == body.Id && duty.ToDay >= today
            orderby duty.FromDay
            select new DutyView(duty.FromDay, duty.ToDay, unit.Label, duty.Task)).Take(60).ToListAsync(cancel),
    };

    private async Task<IReadOnlyList<BodyActView>> Acts(Guid bodyId, CancellationToken cancel)
    {
        var acts = await db.Set<BodyRecord>().AsNoTracking().Where(a => a.BodyId == bodyId).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancel);
        var ids = acts.Select(a => (Guid?)a.Id).ToArray();
        var papers = (await db.Set<Attachment>().AsNoTracking().Where(f => f.SubjectKind == BodyPapers.Kind && ids.Contains(f.SubjectId))
            .Select(f => new { f.Id, f.SubjectId }).ToListAsync(cancel)).ToLookup(f => f.SubjectId!.Value, f => f.Id);
        return [.. acts.Select(a => new BodyActView
        {
            Act = a.Act, State = a.ToState, Day = a.OnDay, At = a.At, ActedAs = a.ActedAs, Note = a.Note, Members = a.Members, TermFrom = a.TermFrom, TermTo = a.TermTo,
            Item = a.Item, GivenBy = a.GivenBy, TakenBy = a.TakenBy, Rules = a.Rules, DueOn = a.DueOn, Papers = [.. papers[a.Id]],
        })];
    }
}
