using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

internal sealed class ShowAgreement(LinliDb db, TimeProvider clock)
{
    public async Task<AgreementView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var a = await db.AgreementsSeenBy(actor).AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, cancel);
        if (a is null)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var (first, second) = await AgreementParties.Of(db, a.FirstPartyId, a.SecondPartyId, cancel);
        var roles = AgreementDesk.RolesOf(actor, first!, second!);
        var state = AgreementDesk.StateOn(a, today);
        var facts = (await AgreementFacts.Of(db, [a], today, cancel))[id].ToArray();
        var renewedBy = await db.Set<Agreement>().Where(x => x.RenewsId == id && x.State != AgreementState.Terminated).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancel);
        return new AgreementView
        {
            Id = id,
            Title = a.Title,
            State = state,
            First = new PartyView(first!.Id, first.Name, first.PlaceName, a.FirstSignedAs, a.FirstSignedAt),
            Second = new PartyView(second!.Id, second.Name, second.PlaceName, a.SecondSignedAs, a.SecondSignedAt),
            FirstDay = a.StartsOn,
            LastDay = a.EndsOn,
            Purpose = a.Purpose,
            ClosedOn = a.ClosedOn,
            CloseReason = a.CloseReason,
            Renews = a.RenewsId,
            RenewedBy = renewedBy,
            Commitments = await Commitments(facts, state, roles, actor, first.Name, second.Name, cancel),
            Rate = state == AgreementState.Draft ? default : AgreementFacts.Rate(facts),
            Version = a.Version,
            MayChange = AgreementFlow.IsOpen(state, AgreementAct.Change, roles),
            MaySign = MaySign(a, state, roles, actor, facts.Length),
            MayClose = AgreementFlow.IsOpen(state, state == AgreementState.Draft ? AgreementAct.Discard : AgreementAct.Terminate, roles),
            MayRenew = renewedBy is null && AgreementFlow.IsOpen(state, AgreementAct.Renew, roles),
        };
    }

    private static bool MaySign(Agreement a, AgreementState state, AgreementRoles roles, Actor actor, int commitments)
    {
        var side = roles.HasFlag(AgreementRoles.Second) ? AgreementSide.Second : AgreementSide.First;
        var (own, other) = side == AgreementSide.First ? (a.FirstSignedBy, a.SecondSignedBy) : (a.SecondSignedBy, a.FirstSignedBy);
        return !AgreementRules.Sign(state, side, roles, own is not null, other, actor.PersonId, commitments).IsRefused;
    }

    private async Task<IReadOnlyList<CommitmentView>> Commitments(
        IReadOnlyCollection<CommitmentFacts> facts, AgreementState state, AgreementRoles roles, Actor actor, string first, string second, CancellationToken cancel)
    {
        var ids = facts.Select(f => f.Made.Id).ToArray();
        var proofs = await db.Set<Fulfilment>().AsNoTracking().Where(f => ids.Contains(f.CommitmentId)).OrderBy(f => f.ProvedAt).ToListAsync(cancel);
        var photos = await WorkPhotos.Of(db, ProveFulfilment.Subject, [.. proofs.Select(p => p.Id)], cancel);
        var of = proofs.ToLookup(p => p.CommitmentId);
        return
        [
            .. facts.Select(f => new CommitmentView
            {
                Id = f.Made.Id,
                Side = f.Made.Side,
                PartyName = f.Made.Side == AgreementSide.First ? first : second,
                Promise = f.Made.Promise,
                Measure = f.Made.Measure,
                DueOn = f.Made.DueOn,
                Standing = f.Standing,
                ClimbedOn = f.Made.ClimbedOn,
                Proofs =
                [
                    .. of[f.Made.Id].Select(p => new ProofView(
                        p.Id, p.DoneOn, p.Report, p.ProvedAs, p.ProvedAt, p.Accepted, p.CheckedAs, p.CheckedAt, p.Note, [.. photos[p.Id]])),
                ],
                MayProve = f.Standing is not (CommitmentStanding.Fulfilled or CommitmentStanding.AwaitsCheck or CommitmentStanding.Lapsed)
                    && !Commitment.Prove(state, f.Made.Side, roles).IsRefused,
                ToCheck = of[f.Made.Id].Where(p => p.Accepted is null && !Commitment.Check(state, f.Made.Side, roles, p.ProvedBy, actor.PersonId).IsRefused)
                    .Select(p => (Guid?)p.Id).FirstOrDefault(),
            }),
        ];
    }
}
