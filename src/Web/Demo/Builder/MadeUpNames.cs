namespace Linli.Web.Demo.Builder;

/// <summary>
/// Names that are recognised as made up: a surname with two signs of the sexagenary cycle (周甲子). Each comes once in a world.
/// Their numbers pass for mobile numbers and belong to nobody: 199 0000 and four digits.
/// </summary>
internal sealed class MadeUpNames(MadeUpNames.Preset preset, int firstPhone)
{
    // Coprime to the number of names, so that it visits each before it comes back.
    private const int Step = 7919;

    private int names;
    private int phones = firstPhone;

    internal sealed record Preset(string Surnames, string Stems, string Branches, string PhonePrefix, string About);

    /// <summary>So many names and numbers are taken already, by people of a workbook that was made with them.</summary>
    public void Skip(int takenNames, int takenPhones) => (names, phones) = (names + takenNames, phones + takenPhones);

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
