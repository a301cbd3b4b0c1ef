using Linli.Domain.Kernel;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>From when on somebody is a full member, and which meeting decided it.</summary>
public sealed record ConfirmationInput : ChangeInput
{
    public DateOnly? On { get; init; }

    /// <summary>The meeting, for example 支部党员大会 of a day, with its number.</summary>
    public string? Meeting { get; init; }
}

/// <summary>Records that a probationary member became a full one (转正).</summary>
internal sealed class ConfirmPartyMember(LinliDb db, Changes changes)
{
    private const string Process = nameof(ConfirmPartyMember);

    public async Task<Outcome<Done>> Execute(Guid membershipId, ConfirmationInput input, ProcessContext context, CancellationToken cancel)
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
        var today = ChinaTime.DayOf(context.At);
        var on = faults.Day(nameof(input.On), input.On, today);
        var meeting = faults.Line(nameof(input.Meeting), input.Meeting, 100);
        foreach (var refusal in faults.Any ? [] : FullMembership.Check(membership.Standing, AddPartyMember.Span(membership), on, today))
        {
            faults.Add(refusal);
        }

        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (membership.Standing, membership.FullSince, membership.FullMeeting) = (MemberStanding.Full, on, meeting);
        // Whoever takes part elsewhere takes part there as a full member too.
        foreach (var other in await db.Set<PartyMembership>().Where(m => m.PersonId == membership.PersonId && m.Id != membership.Id && m.Until == null && m.Standing == MemberStanding.Probationary).ToListAsync(cancel))
        {
            other.Standing = MemberStanding.Full;
        }

        var saved = await changes.Save(context, Process, "PartyMembership", membership.Id, new { membership.PersonId, on }, cancel);
        return saved.Then(_ => Done.It);
    }
}
