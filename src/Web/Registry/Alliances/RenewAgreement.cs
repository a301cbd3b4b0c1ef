using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>The term of the agreement that follows.</summary>
public sealed record RenewalInput : ChangeInput
{
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }
}

/// <summary>续签: drafts the agreement that follows this one, with the same parties and commitments; both sides sign it anew.</summary>
internal sealed class RenewAgreement(LinliDb db, Changes changes, AgreementDesk desk)
{
    private const string Process = nameof(RenewAgreement);

    public async Task<Outcome<Guid>> Execute(Guid id, RenewalInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return context.RequestId;
        }

        if (await desk.Find(id, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var old = open.Agreement;
        var faults = new Faults();
        faults.Take(AgreementFlow.Decide(open.State, AgreementAct.Renew, open.Roles));
        var from = faults.Day(nameof(input.FirstDay), input.FirstDay, open.Today);
        var to = faults.Day(nameof(input.LastDay), input.LastDay, open.Today);
        faults.AddIf(input.FirstDay is not null && from <= old.EndsOn, new RenewalBeginsTooEarly());
        faults.AddIf(input.LastDay is not null && to < from, new Linli.Domain.Registry.TermEndsBeforeItBegins());
        faults.AddIf(await db.Set<Agreement>().AnyAsync(a => a.RenewsId == id && a.State != AgreementState.Terminated, cancel), new AgreementIsRenewedAlready());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new Agreement
        {
            Id = context.RequestId,
            Title = old.Title,
            FirstPartyId = old.FirstPartyId,
            SecondPartyId = old.SecondPartyId,
            StartsOn = from,
            EndsOn = to,
            Purpose = old.Purpose,
            State = AgreementState.Draft,
            RenewsId = id,
        });
        foreach (var kept in await db.Set<CommitmentMade>().AsNoTracking().Where(c => c.AgreementId == id).ToListAsync(cancel))
        {
            db.Add(Again(kept, old.StartsOn, from, to, context));
        }

        var saved = await changes.Save(context, Process, AgreementDesk.Subject, context.RequestId, new { renews = id, from, to }, cancel);
        return saved.Then(_ => context.RequestId);
    }

    // As many days into the new term as into the old one, at the latest on its last day.
    private static CommitmentMade Again(CommitmentMade kept, DateOnly oldStart, DateOnly from, DateOnly to, ProcessContext context)
    {
        var due = from.AddDays(kept.DueOn.DayNumber - oldStart.DayNumber);
        return new CommitmentMade
        {
            Id = Guid.CreateVersion7(context.At),
            AgreementId = context.RequestId,
            Position = kept.Position,
            Side = kept.Side,
            Promise = kept.Promise,
            Measure = kept.Measure,
            DueOn = due > to ? to : due,
        };
    }
}
