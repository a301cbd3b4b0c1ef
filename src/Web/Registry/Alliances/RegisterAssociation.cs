using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>What is told of an association or alliance.</summary>
public sealed record AssociationInput : ChangeInput
{
    /// <summary>Alliance, CommitteeAssociation or CompanyAssociation; left as it is by a change.</summary>
    public OrganisationKind? Kind { get; init; }

    public string? Name { get; init; }

    /// <summary>The name in daily use; empty: the full name.</summary>
    public string? ShortName { get; init; }

    /// <summary>Code of the community or the place above it; left as it is by a change.</summary>
    public string? PlaceCode { get; init; }

    public DateOnly? FoundedOn { get; init; }

    public string? Purpose { get; init; }

    /// <summary>As shown; a change is refused when somebody was faster.</summary>
    public uint? Version { get; init; }
}

/// <summary>Registers an association (协会) or an alliance (联盟) at a community or above: one living one of each kind.</summary>
internal sealed class RegisterAssociation(LinliDb db, Changes changes)
{
    private const string Process = nameof(RegisterAssociation);

    public async Task<Outcome<Guid>> Execute(AssociationInput input, ProcessContext context, CancellationToken cancel)
    {
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        var kind = faults.Choice(nameof(input.Kind), input.Kind);
        faults.AddIf(input.Kind is { } given && !AssociationDuties.Kinds.Contains(given), new KindIsNoAssociation());
        var name = faults.Line(nameof(input.Name), input.Name, 100);
        var shortName = faults.OptionalLine(nameof(input.ShortName), input.ShortName, 30) ?? (name.Length <= 30 ? name : name[..30]);
        var place = await db.PlaceByCode(input.PlaceCode?.Trim(), context.Actor, Permission.ManageAlliances, cancel);
        faults.AddIf(place is null, new PlaceIsNotKnown());
        faults.AddIf(place?.Kind > PlaceKind.Community, new AssociationsStandAboveCompounds());
        var association = new Association { OrganisationId = context.RequestId };
        Apply(association, input, today, faults);
        faults.AddIf(
            place is not null && await db.Set<Organisation>().AnyAsync(o => o.PlaceId == place.Id && o.Kind == kind && o.EndedOn == null, cancel),
            new PlaceHasSuchAnAssociation());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new Organisation
        {
            Id = context.RequestId, Kind = kind, Name = name, ShortName = shortName, Initials = PinyinInitials.Of(name), PlaceId = place!.Id,
        });
        db.Add(association);
        var saved = await changes.Save(context, Process, "Organisation", context.RequestId, new { kind, place.Code }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    internal static void Apply(Association association, AssociationInput input, DateOnly today, Faults faults)
    {
        association.FoundedOn = faults.Day(nameof(input.FoundedOn), input.FoundedOn, today);
        faults.AddIf(association.FoundedOn > today, new WorkLiesInTheFuture(nameof(input.FoundedOn)));
        association.Purpose = faults.OptionalText(nameof(input.Purpose), input.Purpose, 1000);
    }
}
