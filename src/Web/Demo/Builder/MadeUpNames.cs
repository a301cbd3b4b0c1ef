namespace Linli.Web.Demo.Builder;

/// <summary>
/// Names that are recognised as made up: a surname with two signs of the sexagenary cycle (周甲子). Each comes once in a world.
/// Their numbers pass for mobile numbers and belong to nobody: 199 0000 and four digits.
/// </summary>
internal sealed class MadeUpNames(MadeUpNames.Preset preset, int firstName, int firstPhone)
{
    // Coprime to the number of names, so that it visits each before it comes back.
    private const int Step = 7919;

    private int names = firstName;
    private int phones = firstPhone;

    /// <param name="InWorkbooks">So many names, the first, are those of the people in the workbooks.</param>
    /// <param name="PhonesInWorkbooks">And so many numbers.</param>
    internal sealed record Preset(string Surnames, string Stems, string Branches, string PhonePrefix, string About, int InWorkbooks, int PhonesInWorkbooks);

    public string NextName()
    {
        var (surnames, stems, branches) = (preset.Surnames, preset.Stems, preset.Branches);
        var count = surnames.Length * stems.Length * branches.Length;
        var at = names < count ? (int)((long)names++ * Step % count) : throw new InvalidOperationException("No made-up name is left.");
        return $"{surnames[at % surnames.Length]}{stems[at / surnames.Length % stems.Length]}{branches[at / surnames.Length / stems.Length]}";
    }

    public string NextPhone() => phones < 10_000
        ? $"{preset.PhonePrefix}{phones++:0000}"
        : throw new InvalidOperationException("No made-up number is left.");
}
