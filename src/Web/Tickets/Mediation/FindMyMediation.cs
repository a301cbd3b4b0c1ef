using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>A case as the party who asks sees it.</summary>
internal sealed class FindMyMediation(LinliDb db, MediationDesk desk, CaseReader reader, MediationSeal seal)
{
    public async Task<MyMediationView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var file = await desk.Open(id, actor, cancel);
        db.ChangeTracker.Clear();
        if (file is null || !MediationAccess.RolesOf(actor, file).HasFlag(MediationRoles.Party) || MediationAccess.PartyOf(actor, file) is not { } me)
        {
            return null;
        }

        var found = file.Case;
        var applied = found.ApplicantId == actor.PersonId;
        var visits = await reader.Visits(file, actor, cancel);
        return new MyMediationView
        {
            Id = id,
            Number = found.Number,
            Version = found.Version,
            Kind = found.Kind,
            CompoundName = file.CompoundName,
            State = found.State,
            Result = found.Result,
            AppliedAt = found.AppliedAt,
            Side = me.Side,
            Statement = applied ? seal.Open(found.Statement) : null,
            OtherSide = applied ? seal.Open(found.OtherSide) : null,
            Summary = seal.Open(found.Summary),
            ClosingReason = seal.Open(found.ClosingReason),
            Consent = me.Consent,
            ConsentAt = me.ConsentAt,
            SignedAt = me.SignedAt,
            Parties = found.AcceptedAt is null ? [] : [.. file.Parties.Select(p => new MyPartyView(p.Side, seal.Open(p.Name), p.Id == me.Id, p.SignedAt is not null))],
            Mediators = [.. (await reader.Mediators(file, actor, cancel)).Select(mediator => mediator.Name)],
            Sessions = [.. (await reader.Sessions(file, actor, cancel)).Select(s => new MySessionView(s.At, seal.Open(s.Place), s.HeldAt is not null, s.Present.Contains(me.Id)))],
            Agreement = await reader.Agreement(file, actor, cancel),
            Visits = [.. visits.Where(visit => visit.VisitedAt is null && found.State == MediationState.FollowUp).Select(visit => visit.DueOn)],
            OpenActs = [.. Offered(found, me, MediationAccess.RolesOf(actor, file))],
        };
    }

    // A word once given is not asked for again.
    private static IEnumerable<MediationAct> Offered(MediationCase found, MediationParty me, MediationRoles roles) =>
        MediationFlow.ActsOpenTo(found.State, roles & (MediationRoles.Party | MediationRoles.Applicant))
            .Where(act => !(act == MediationAct.Consent && me.Consent == ConsentState.Given) && !(act == MediationAct.Sign && me.SignedAt is not null)
                && !(act == MediationAct.RefuseConsent && found.State == MediationState.AwaitingConsent && found.ApplicantId == me.PersonId && me.Consent == ConsentState.Given));
}
