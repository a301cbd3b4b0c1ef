using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>Where a formal membership goes, from which day on.</summary>
public sealed record TransferInput : ChangeInput
{
    /// <summary>The organisation that takes the member in.</summary>
    public Guid? ToId { get; init; }

    /// <summary>First day there.</summary>
    public DateOnly? On { get; init; }

    public string? Basis { get; init; }
}

/// <summary>Transfers a formal membership (转接组织关系). The old one ends the day before the new one begins, and stays as history.</summary>
internal sealed class TransferPartyMember(LinliDb db, Changes changes)
{
    private const string Process = nameof(TransferPartyMember);

    public async Task<Outcome<Guid>> Execute(Guid membershipId, TransferInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(membershipId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select 1 from registry.party_memberships where id = {membershipId} for update", cancel);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var mine = db.PartyOrganisations(context.Actor, Permission.ManageParty);
        var from = await db.PartyMembershipsKeptBy(context.Actor).FirstOrDefaultAsync(m => m.Id == membershipId, cancel);
        if (from is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        faults.AddIf(from.Until is not null, new HasEndedAlready());
        faults.AddIf(from.Way != MembershipWay.Formal, new OnlyFormalMembershipsAreTransferred());
        var basis = faults.OptionalLine(nameof(input.Basis), input.Basis, 200);
        var to = await mine.OpenOn(ChinaTime.DayOf(context.At)).FirstOrDefaultAsync(o => o.Id == input.ToId, cancel);
        faults.AddIf(to is null || to.Id == from.OrganisationId || PartyTree.RuleOf(to.Kind).Holds != MembershipWay.Formal, new TransferLeadsNowhere());
        var on = faults.Day(nameof(input.On), input.On, ChinaTime.DayOf(context.At));
        var ended = faults.Any ? null : faults.Take(PartyMemberships.Transfer(AddPartyMember.Span(from), on));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        // The database lets nobody have two open formal memberships, not even for the time of a statement.
        from.Until = ended!.Until;
        await db.SaveChangesAsync(cancel);
        db.Add(new PartyMembership
        {
            Id = context.RequestId,
            PersonId = from.PersonId,
            OrganisationId = to!.Id,
            Way = MembershipWay.Formal,
            Standing = from.Standing,
            Since = on,
            Basis = basis,
            PreviousId = from.Id,
        });
        var saved = await changes.Save(
            context, Process, "PartyMembership", context.RequestId, new { from.PersonId, from = from.OrganisationId, to = to.Id, on }, cancel);
        if (saved.Succeeded(out var made))
        {
            await transaction.CommitAsync(cancel);
            return made.SubjectId;
        }

        return Outcome<Guid>.Refused(saved.Refusals);
    }
}
