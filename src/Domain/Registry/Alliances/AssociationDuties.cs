using System.Collections.Frozen;
using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>A duty (职能, 职责) of an association, as its source names it.</summary>
/// <param name="Code">Stable code, stored with plan items and activities.</param>
/// <param name="Chinese">Its name in Chinese.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Source">The words of the source, and how far they were checked.</param>
public sealed record AssociationDuty(string Code, string Chinese, string English, RuleSource Source);

/// <summary>The duties of one kind of association.</summary>
/// <param name="Kind">Alliance, committees' or companies' association.</param>
/// <param name="Announced">How many the source announces; it need not list them all.</param>
/// <param name="Source">Where they are announced.</param>
/// <param name="Duties">The duties, in order.</param>
public sealed record DutySet(OrganisationKind Kind, int Announced, string Source, IReadOnlyList<AssociationDuty> Duties)
{
    /// <summary>The duty with the code, or null.</summary>
    public AssociationDuty? Find(string? code) => Duties.FirstOrDefault(duty => duty.Code == code);
}

/// <summary>Duties come as data with their source (<c>association-duties.json</c>; requirements A7).</summary>
public static class AssociationDuties
{
    private static readonly FrozenDictionary<OrganisationKind, DutySet> ByKind =
        Read(RuleFile.Text("Registry/Alliances/association-duties.json")).ToFrozenDictionary(set => set.Kind);

    /// <summary>The kinds of organisations that are associations (协会) or alliances (联盟).</summary>
    public static IReadOnlyList<OrganisationKind> Kinds { get; } =
        [OrganisationKind.Alliance, OrganisationKind.CommitteeAssociation, OrganisationKind.CompanyAssociation];

    /// <summary>The duties of the kind.</summary>
    /// <exception cref="KeyNotFoundException">The kind is no association.</exception>
    public static DutySet Of(OrganisationKind kind) => ByKind[kind];

    /// <summary>Reads sets of duties: at least one duty each, no code twice in a set.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<DutySet> Read(string json) =>
        [.. RuleFile.List<SetJson>(json).Select(Set)];

    private static DutySet Set(SetJson json)
    {
        var codes = json.Duties.Select(duty => duty.Code).ToArray();
        return codes.Length > 0 && codes.Distinct().Count() == codes.Length
            ? new DutySet(json.Kind, json.Announced, json.Source, [.. json.Duties.Select(d => new AssociationDuty(d.Code, d.Zh, d.En, RuleFile.Source(d.Source, d.Verification)))])
            : throw new JsonException($"The duties of {json.Kind} are none or double.");
    }

    private sealed record DutyJson(string Code, string Zh, string En, string Source, Verification Verification);

    private sealed record SetJson(OrganisationKind Kind, int Announced, string Source, IReadOnlyList<DutyJson> Duties);
}
