using System.Resources;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;

namespace Linli.Web.Registry.Exchange.Reading;

/// <summary>The sheet that explains the others. Its second row says for which compound the workbook was made.</summary>
internal static class GuideSheet
{
    /// <summary>The row and column in which the compound's code stands, counted from 1 and 0.</summary>
    public const int CodeRow = 2;

    public const int CodeColumn = 1;

    private static readonly ResourceManager Texts = new(typeof(ExchangeTexts));

    public static bool IsNamed(string sheet) => sheet.Trim() == Texts.GetString("Guide", TextModule.Chinese) || sheet.Trim() == Texts.GetString("Guide", TextModule.English);

    public static string? CompoundOf(WorkbookReader reader) => reader.Sheets.FirstOrDefault(IsNamed) is { } guide
        ? reader.Rows(guide, []).FirstOrDefault(row => row.Number == CodeRow)?.At(CodeColumn).Text.Trim() is { Length: > 0 } code ? code : null
        : null;
}
