using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Changes a draft; what was signed on one side is taken back with it.</summary>
internal sealed class ChangeAgreement(LinliDb db, Changes changes, AgreementDesk desk)
{
    private const string Process = nameof(ChangeAgreement);

    public async Task<Outcome<Done>> Execute(Guid id, AgreementInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await desk.Find(id, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        if (input.Version is { } shown && shown != open.Agreement.Version)
        {
            return new ChangedMeanwhile();
        }

        var faults = new Faults();
        faults.Take(AgreementFlow.Decide(open.State, AgreementAct.Change, open.Roles));
        DraftAgreement.Apply(open.Agreement, input, open.Today, faults);
        var (from, to) = (open.Agreement.StartsOn, open.Agreement.EndsOn);
        faults.AddIf(to < from, new Linli.Domain.Registry.TermEndsBeforeItBegins());
        faults.AddIf(
            await db.Set<CommitmentMade>().AnyAsync(c => c.AgreementId == id && (c.DueOn < from || c.DueOn > to), cancel), new CommitmentsLieOutsideTheTerm());
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Done>.Refused(faults.All);
        }

        AgreementDesk.Unsign(open.Agreement);
        return await desk.Save(open, context, Process, new { from, to }, cancel);
    }
}
