using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>Who joins a Party organisation since when.</summary>
public sealed record MembershipInput : ChangeInput, IPersonInput
{
    public Guid? PersonId { get; init; }

    public string? Name { get; init; }

    public string? PhoneNumber { get; init; }

    public string? IdentityNumber { get; init; }

    public MemberStanding? Standing { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>The document that it rests on.</summary>
    public string? Basis { get; init; }
}

/// <summary>
/// Records that somebody belongs to a Party organisation. Whether that is the formal membership follows from the kind of the
/// organisation: a functional branch moves none.
/// </summary>
internal sealed class AddPartyMember(LinliDb db, Changes changes, PersonRegister people, PartyMark mark)
{
    private const string Process = nameof(AddPartyMember);

    public async Task<Outcome<Guid>> Execute(Guid organisationId, MembershipInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(organisationId);
        // The same form twice at once waits for itself; dissolving waits for who joins.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select 1 from registry.organisations where id = {organisationId} for update", cancel);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var organisation = await db.PartyOrganisations(context.Actor, Permission.ManageParty)
            .OpenOn(ChinaTime.DayOf(context.At)).FirstOrDefaultAsync(o => o.Id == organisationId, cancel);
        if (organisation is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var membership = new PartyMembership
        {
            Id = context.RequestId,
            OrganisationId = organisation.Id,
            Way = PartyTree.RuleOf(organisation.Kind).Holds ?? MembershipWay.Formal,
            Standing = faults.Choice(nameof(input.Standing), input.Standing),
            Since = faults.Day(nameof(input.Since), input.Since, ChinaTime.DayOf(context.At)),
            Basis = faults.OptionalLine(nameof(input.Basis), input.Basis, 200),
        };
        if (await people.FindOrAdd(input, context, faults, cancel) is { } person)
        {
            membership.PersonId = person.Id;
            // The membership is the organisation's own register; the mark that others see rests on the person's consent.
            await mark.Set(person, context.Actor, cancel);
            await CheckOthers(membership, organisation.Kind, faults, cancel);
        }

        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(membership);
        var saved = await changes.Save(
            context, Process, "PartyMembership", membership.Id, new { membership.PersonId, membership.OrganisationId, membership.Way }, cancel);
        if (saved.Succeeded(out var made))
        {
            await transaction.CommitAsync(cancel);
            return made.SubjectId;
        }

        return Outcome<Guid>.Refused(saved.Refusals);
    }

    private async Task CheckOthers(PartyMembership added, OrganisationKind kind, Faults faults, CancellationToken cancel)
    {
        // Two who record the same person at once wait for each other; the unique indexes stand behind.
        await db.Database.ExecuteSqlAsync($"select 1 from registry.people where id = {added.PersonId} for update", cancel);
        var others = await db.Set<PartyMembership>().AsNoTracking().Where(m => m.PersonId == added.PersonId).ToListAsync(cancel);
        foreach (var refusal in PartyMemberships.CheckBeginning(
            kind, added.Since,
            [.. others.Where(m => m.Way == MembershipWay.Formal).Select(Span)],
            [.. others.Where(m => m.OrganisationId == added.OrganisationId).Select(Span)]))
        {
            faults.Add(refusal);
        }
    }

    internal static MembershipSpan Span(PartyMembership membership) => new(membership.Since, membership.Until);
}
