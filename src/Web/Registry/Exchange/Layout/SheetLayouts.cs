using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;

namespace Linli.Web.Registry.Exchange.Layout;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>The number of a building, an entrance or a unit; what people put behind it is left out.</summary>
    PlaceNumber,
    Number,
    Area,
    Money,
    Share,
    Day,
    Phone,
    Identity,
    Choice,
}

/// <summary>A column of a sheet, as sheets.json tells it.</summary>
internal sealed record ColumnLayout(
    string Key, string Zh, string En, ColumnKind Kind, bool Required, double Width, string? Choices, IReadOnlyList<string> Examples, string ZhHint, string EnHint)
{
    public string Header => SheetLayouts.IsChinese ? Zh : En;

    public string Hint => SheetLayouts.IsChinese ? ZhHint : EnHint;
}

/// <summary>A sheet of the workbook.</summary>
/// <param name="Needs">The permission beyond the import's own without which the sheet is not handed out.</param>
internal sealed record SheetLayout(string Key, string Zh, string En, IReadOnlyList<ColumnLayout> Columns, Permission Needs = Permission.None)
{
    public string Name => SheetLayouts.IsChinese ? Zh : En;

    public int IndexOf(string key)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Key == key)
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>The one definition of the sheets: templates, imports and exports are made from it.</summary>
internal static class SheetLayouts
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly File Data = Read();

    private sealed record File(IReadOnlyList<string> Suffixes, IReadOnlyList<SheetLayout> Sheets);

    public static IReadOnlyList<SheetLayout> All => Data.Sheets;

    /// <summary>What stands behind a number and does not belong to it.</summary>
    public static IReadOnlyList<string> Suffixes => Data.Suffixes;

    /// <summary>The sheets that somebody may fill in who may import at all.</summary>
    public static IReadOnlyList<SheetLayout> For(Actor actor) => [.. All.Where(sheet => sheet.Needs == Permission.None || !Scope.Of(actor, sheet.Needs).IsNothing)];

    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static SheetLayout Of(string key) => All.First(sheet => sheet.Key == key);

    /// <summary>One sheet, told by another module in the same form.</summary>
    public static SheetLayout Read(string json) => JsonSerializer.Deserialize<SheetLayout>(json, Format)!;

    private static File Read()
    {
        using var stream = typeof(SheetLayouts).Assembly.GetManifestResourceStream(typeof(SheetLayouts), "sheets.json")!;
        return JsonSerializer.Deserialize<File>(stream, Format)!;
    }
}
