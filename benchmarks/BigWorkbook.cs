using System.Globalization;
using Linli.Web.Platform.Spreadsheets;

namespace Linli.Bench;

/// <summary>One compound of 50 buildings, 25,000 units, 35,000 owners and 39,981 residents, as a clerk's workbook.</summary>
internal static class BigWorkbook
{
    private const int Buildings = 50;
    private const int UnitsEach = 500;
    private const int CoOwned = 10_000;
    private const int Residents = 39_981;

    public const int Rows = Buildings + (Buildings * UnitsEach) + (Buildings * UnitsEach) + CoOwned + Residents;

    public static byte[] Bytes()
    {
        var target = new MemoryStream();
        using (var workbook = new WorkbookWriter(target))
        {
            Write(workbook, "楼栋", "楼号|楼栋名称|单元数", Enumerable.Range(1, Buildings).Select(building => $"{building}||2"));
            Write(workbook, "房屋", "楼号|单元|房号|用途|楼层|产权面积|测绘面积|合同面积|交付状态", Units().Select((unit, i) => $"{unit}|住宅|{1 + (i % 30)}|{Line(70 + (i % 5000 / 100m))}|||已交付"));
            Write(workbook, "业主", "楼号|单元|房号|业主类型|姓名或单位名称|手机号|身份证号|份额|取得日期|转出日期|党员", Units().SelectMany(Owners));
            Write(workbook, "居住人", "楼号|单元|房号|姓名|手机号|身份证号|与房屋的关系|入住日期|搬离日期|党员", Units().SelectMany(Homes).Take(Residents));
        }

        return target.ToArray();
    }

    private static IEnumerable<string> Units() =>
        from building in Enumerable.Range(1, Buildings) from unit in Enumerable.Range(0, UnitsEach) select $"{building}|{1 + (unit % 2)}|{100 + unit}";

    private static IEnumerable<string> Owners(string unit, int at)
    {
        var share = at < CoOwned ? "1/2" : "1";
        yield return $"{unit}|个人|{Name(at)}|{Phone(at)}||{share}|{Day(at)}||";
        if (at < CoOwned)
        {
            yield return $"{unit}|个人|{Name(at + 30_000)}|{Phone(at + 30_000)}||{share}|{Day(at)}||";
        }
    }

    // The first owner lives there, and somebody else of the family without a number.
    private static IEnumerable<string> Homes(string unit, int at) =>
        [$"{unit}|{Name(at)}|{Phone(at)}||业主本人|{Day(at)}||", $"{unit}|{Name(at + 60_000)}|||家庭成员|{Day(at)}||"];

    private static string Name(int at) => $"测试{(char)('一' + (at % 3000))}{(char)('一' + (at / 3000))}";

    private static string Phone(int at) => Line(13_900_000_000m + at);

    private static string Day(int at) => new DateOnly(2008, 6, 30).AddDays(at % 4000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Line(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Write(WorkbookWriter workbook, string name, string header, IEnumerable<string> rows)
    {
        var sheet = workbook.Sheet(new SheetFormat(name, [.. header.Split('|').Select(_ => new ColumnFormat(12))]));
        foreach (var row in rows.Prepend(header))
        {
            sheet.StartRow();
            foreach (var cell in row.Split('|'))
            {
                sheet.Text(cell);
            }

            sheet.EndRow();
        }
    }
}
