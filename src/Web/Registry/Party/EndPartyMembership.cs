using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>When and why a membership ends.</summary>
public sealed record EndMembershipInput : ChangeInput
{
    public DateOnly? LastDay { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Ends a membership: transferred to an organisation that is not kept here, or no longer taking part.</summary>
internal sealed class EndPartyMembership(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndPartyMembership);

    public async Task<Outcome<Done>> Execute(Guid membershipId, EndMembershipInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(membershipId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var membership = await db.PartyMembershipsKeptBy(context.Actor).FirstOrDefaultAsync(m => m.Id == membershipId, cancel);
        if (membership is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        faults.AddIf(membership.Until is not null, new HasEndedAlready());
        var last = faults.Day(nameof(input.LastDay), input.LastDay, ChinaTime.DayOf(context.At));
        faults.AddIf(input.LastDay is not null && last < membership.Since, new EndLiesBeforeBeginning(nameof(input.LastDay)));
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (membership.Until, membership.EndReason) = (last, reason);
        var saved = await changes.Save(context, Process, "PartyMembership", membership.Id, new { membership.PersonId, last }, cancel);
        return saved.Then(_ => Done.It);
    }
}
