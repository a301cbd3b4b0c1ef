using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Party;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>What is told of an organisation.</summary>
public sealed record OrganisationInput : ChangeInput
{
    public OrganisationKind? Kind { get; init; }

    public string? Name { get; init; }

    /// <summary>The name in daily use; empty: the full name.</summary>
    public string? ShortName { get; init; }

    /// <summary>Code of the place it belongs to.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>The organisation above it.</summary>
    public Guid? OrganisationId { get; init; }

    public string? CreditCode { get; init; }
}

/// <summary>Registers an organisation at a place: a committee, a company, a Party organisation, an association.</summary>
internal sealed class AddOrganisation(LinliDb db, Changes changes, PartyPlacement placement)
{
    private const string Process = nameof(AddOrganisation);

    public async Task<Outcome<Guid>> Execute(OrganisationInput input, ProcessContext context, CancellationToken cancel)
    {
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var faults = new Faults();
        var place = await db.PlaceByCode(input.PlaceCode, context.Actor, Permission.ManageRegistry, cancel);
        faults.AddIf(place is null, new PlaceIsNotKnown());
        var (name, shortName, kind, credit) = OrganisationFacts.Read(input, faults);
        faults.AddIf(credit is not null && await db.Set<Organisation>().AnyAsync(o => o.CreditCode == credit, cancel), new CreditCodeIsTaken());
        faults.AddIf(
            input.OrganisationId is { } above
            && !await db.Organisations(context.Actor, Permission.ViewRegistry).OpenOn(ChinaTime.DayOf(context.At)).AnyAsync(o => o.Id == above, cancel),
            new OrganisationIsNotKnown());
        if (place is not null && kind.IsOfTheParty())
        {
            await placement.Check(kind, place, input.OrganisationId, context, faults, cancel);
        }

        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var organisation = new OrganisationFacts(name, shortName, kind, credit).Make(context.RequestId, place!.Id);
        organisation.ParentId = input.OrganisationId;
        db.Add(organisation);
        var saved = await changes.Save(context, Process, "Organisation", context.RequestId, new { kind, place.Code }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
