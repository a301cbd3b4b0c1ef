using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>A member leaves an association; the record stays.</summary>
internal sealed class EndMembership(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndMembership);

    public async Task<Outcome<Done>> Execute(Guid memberId, EndWithReasonInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(memberId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var kept = db.AssociationsKeptBy(context.Actor).Select(o => o.Id);
        var member = await db.Set<AssociationMember>().FirstOrDefaultAsync(m => m.Id == memberId && kept.Contains(m.AssociationId), cancel);
        if (member is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        faults.AddIf(member.LeftOn is not null, new HasEndedAlready());
        var (last, reason) = EndAssociation.Read(input, member.JoinedOn, ChinaTime.DayOf(context.At), faults);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (member.LeftOn, member.LeaveReason) = (last, reason);
        var saved = await changes.Save(context, Process, "Organisation", member.AssociationId, new { member = memberId, last }, cancel);
        return saved.Then(_ => Done.It);
    }
}
