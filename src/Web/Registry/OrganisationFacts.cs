using Linli.Domain.Registry;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry;

/// <summary>What is told of an organisation, judged.</summary>
internal sealed record OrganisationFacts(string Name, string ShortName, OrganisationKind Kind, string? CreditCode)
{
    private const int LongestShortName = 30;

    public static OrganisationFacts Read(OrganisationInput input, Faults faults)
    {
        var name = faults.Line(nameof(input.Name), input.Name, 100);
        return new OrganisationFacts(
            name,
            faults.OptionalLine(nameof(input.ShortName), input.ShortName, LongestShortName) ?? (name.Length <= LongestShortName ? name : name[..LongestShortName]),
            faults.Choice(nameof(input.Kind), input.Kind),
            string.IsNullOrWhiteSpace(input.CreditCode) ? null : faults.Take(UnifiedCreditCode.Parse(input.CreditCode))?.Value);
    }

    public Organisation Make(Guid id, Guid placeId) => new()
    {
        Id = id,
        Kind = Kind,
        Name = Name,
        ShortName = ShortName,
        Initials = PinyinInitials.Of(Name),
        PlaceId = placeId,
        CreditCode = CreditCode,
    };
}
