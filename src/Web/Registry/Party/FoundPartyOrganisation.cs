using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>What is told of a Party organisation that is founded.</summary>
public sealed record FoundingInput : ChangeInput
{
    public OrganisationKind? Kind { get; init; }

    public string? Name { get; init; }

    /// <summary>The name in daily use; empty: the full name.</summary>
    public string? ShortName { get; init; }

    /// <summary>Code of the place it belongs to.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>The Party organisation above it.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The company or the owners' committee whose organisation it is.</summary>
    public Guid? OfOrganisationId { get; init; }

    public DateOnly? FoundedOn { get; init; }

    /// <summary>The document by which it was founded.</summary>
    public string? Document { get; init; }
}

/// <summary>Founds a Party organisation at its place in the tree.</summary>
internal sealed class FoundPartyOrganisation(LinliDb db, Changes changes, PartyPlacement placement)
{
    private const string Process = nameof(FoundPartyOrganisation);

    public async Task<Outcome<Guid>> Execute(FoundingInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.PlaceCode ?? string.Empty);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var faults = new Faults();
        var kind = faults.Choice(nameof(input.Kind), input.Kind);
        faults.AddIf(!faults.Any && !kind.IsOfTheParty(), new ChoiceIsMissing(nameof(input.Kind)));
        var place = await db.PlaceByCode(input.PlaceCode?.Trim(), context.Actor, Permission.ManageParty, cancel);
        faults.AddIf(place is null, new PlaceIsNotKnown());
        var name = faults.Line(nameof(input.Name), input.Name, 100);
        var shortName = faults.OptionalLine(nameof(input.ShortName), input.ShortName, 30) ?? (name.Length <= 30 ? name : name[..30]);
        var founded = faults.Day(nameof(input.FoundedOn), input.FoundedOn, ChinaTime.DayOf(context.At));
        var document = faults.OptionalLine(nameof(input.Document), input.Document, 200);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        await placement.Check(kind, place!, input.ParentId, context, faults, cancel);
        var of = await BodyOf(kind, input.OfOrganisationId, context, faults, cancel);
        faults.AddIf(
            await db.Set<Organisation>().AnyAsync(o => o.Kind == kind && o.PlaceId == place!.Id && o.Name == name && o.EndedOn == null, cancel),
            new PartyOrganisationIsThereAlready());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new Organisation
        {
            Id = context.RequestId,
            Kind = kind,
            Name = name,
            ShortName = shortName,
            Initials = PinyinInitials.Of(name),
            PlaceId = place!.Id,
            ParentId = input.ParentId,
            OfOrganisationId = of,
            FoundedOn = founded,
            FoundingDocument = document,
        });
        var saved = await changes.Save(context, Process, "Organisation", context.RequestId, new { kind, place.Code, input.ParentId, of }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    // A company's or committee's organisation says whose it is: without it nobody could count who has none.
    private async Task<Guid?> BodyOf(OrganisationKind kind, Guid? body, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        if (PartyTree.RuleOf(kind).Of is not { } bodyKind)
        {
            return null;
        }

        var known = body is { } id
            && await db.Organisations(context.Actor, Permission.ViewRegistry).OpenOn(ChinaTime.DayOf(context.At)).AnyAsync(o => o.Id == id && o.Kind == bodyKind, cancel);
        faults.AddIf(!known, new BodyOfPartyOrganisationIsMissing());
        return body;
    }
}

/// <summary>The company or committee whose organisation it is must be named.</summary>
public sealed record BodyOfPartyOrganisationIsMissing : Refusal
{
    public override string? Field => "OfOrganisationId";
}

/// <summary>An organisation of this kind and name stands at this place already.</summary>
public sealed record PartyOrganisationIsThereAlready : Refusal
{
    public override string? Field => "Name";
}
