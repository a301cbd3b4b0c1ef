using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry;

/// <summary>What is told of a compound when it is registered or changed.</summary>
public sealed record CompoundInput : ChangeInput
{
    public string? Name { get; init; }

    public CompoundType? Type { get; init; }

    /// <summary>Two to six letters in front of ticket numbers; empty: from the name.</summary>
    public string? Initials { get; init; }

    /// <summary>Households as reported.</summary>
    public int? Households { get; init; }

    /// <summary>Residents as reported.</summary>
    public int? Residents { get; init; }

    /// <summary>Who reported the figures.</summary>
    public string? FiguresFrom { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public string? ServicePhone { get; init; }

    /// <summary>The version that was shown; only for changing.</summary>
    public uint? Version { get; init; }
}

/// <summary>Registers a compound (小区) in a community or village; it gets the next number there.</summary>
internal sealed class AddCompound(LinliDb db, Changes changes)
{
    private const string Process = nameof(AddCompound);

    public async Task<Outcome<Guid>> Execute(string communityCode, CompoundInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(communityCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await db.PlaceByCode(communityCode, context.Actor, Permission.ManageRegistry, cancel) is not { } community)
        {
            return new NotFound();
        }

        var faults = new Faults();
        faults.AddIf(community.Kind != PlaceKind.Community, new CompoundsStandBelowCommunities());
        var compound = new Compound { PlaceId = context.RequestId };
        var name = CompoundFacts.Apply(compound, input, ChinaTime.DayOf(context.At), faults);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var number = await PlaceNumbers.Next(db, community.Id, 2, cancel);
        compound.Place = new Place
        {
            Id = context.RequestId,
            ParentId = community.Id,
            Kind = PlaceKind.Compound,
            Code = $"{community.Code}-{number}",
            Path = new PlacePath(community.Path).Child(number).Value,
            Name = name,
            OfficialName = name,
            Initials = PinyinInitials.Of(name),
            Source = Process,
        };
        db.Add(compound);
        var saved = await changes.Save(context, Process, "Compound", compound.PlaceId, new { compound.Place.Code }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
