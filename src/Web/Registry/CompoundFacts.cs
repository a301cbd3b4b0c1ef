using System.Text.RegularExpressions;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry;

/// <summary>Judges what is told of a compound and takes it over.</summary>
internal static partial class CompoundFacts
{
    private const int MostPeople = 1_000_000;

    /// <returns>The name.</returns>
    public static string Apply(Compound compound, CompoundInput input, DateOnly today, Faults faults)
    {
        var name = faults.Line(nameof(input.Name), input.Name, 100);
        var initials = faults.OptionalLine(nameof(input.Initials), input.Initials, 6)?.ToUpperInvariant() ?? FromName(name);
        faults.AddIf(name.Length > 0 && !Letters().IsMatch(initials), new InitialsAreNotLetters());
        compound.Type = faults.Choice(nameof(input.Type), input.Type);
        compound.Initials = initials;
        compound.Households = faults.OptionalNumber(nameof(input.Households), input.Households, 0, MostPeople);
        compound.Residents = faults.OptionalNumber(nameof(input.Residents), input.Residents, 0, MostPeople);
        compound.FiguresFrom = faults.OptionalLine(nameof(input.FiguresFrom), input.FiguresFrom, 200);
        faults.AddIf(compound.FiguresFrom is null && (input.Households ?? input.Residents) is not null, new SourceOfFiguresIsMissing());
        compound.DeliveredOn = faults.OptionalDay(nameof(input.DeliveredOn), input.DeliveredOn, today);
        compound.ServicePhone = faults.OptionalLine(nameof(input.ServicePhone), input.ServicePhone, 30);
        return name;
    }

    private static string FromName(string name) => PinyinInitials.Of(name) is { Length: > 1 } initials ? initials[..Math.Min(initials.Length, 4)] : "XQ";

    [GeneratedRegex("^[A-Z]{2,6}$")]
    private static partial Regex Letters();
}
