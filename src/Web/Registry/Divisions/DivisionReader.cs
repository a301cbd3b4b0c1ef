using System.Globalization;
using CsvHelper;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Web.Registry.Divisions;

/// <summary>Reads the rows of a table: <c>code,name,level,parent[,previous_code]</c>, columns in any order.</summary>
internal static class DivisionReader
{
    private static readonly string[] Needed = ["code", "name", "level", "parent"];

    /// <summary>The rows that can be read, and a fault for every line that cannot.</summary>
    /// <param name="file">The table.</param>
    /// <param name="firstLine">Number of its first line among all files read together.</param>
    public static (IReadOnlyList<DivisionRow> Rows, IReadOnlyList<Refusal> Faults) Read(DivisionFile file, int firstLine)
    {
        if (file.Content.Length > DivisionFile.MaxSize)
        {
            return ([], [new DivisionFileIsTooLarge(file.Name, DivisionFile.MaxSize / 1024 / 1024)]);
        }

        if (DivisionText.Read(file.Content) is not { } text)
        {
            return ([], [new DivisionFileIsNotText(file.Name)]);
        }

        var faults = new List<Refusal>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            TrimWhitespace = true,
            OnMalformedRecord = bad => faults.Add(new DivisionLineIsBroken(firstLine + (int)bad.LineNumber - 1)),
        });
        csv.ReadHeader();
        if (csv.Headers.Count == 0)
        {
            return ([], [new DivisionFileIsEmpty(file.Name)]);
        }

        return Needed.FirstOrDefault(column => ColumnOf(csv, column) < 0) is { } missing
            ? ([], [new DivisionColumnIsMissing(file.Name, missing)])
            : Rows(csv, faults, file, firstLine);
    }

    private static (IReadOnlyList<DivisionRow> Rows, IReadOnlyList<Refusal> Faults) Rows(CsvReader csv, List<Refusal> faults, DivisionFile file, int firstLine)
    {
        var columns = Needed.Append("previous_code").Select(column => ColumnOf(csv, column)).ToArray();
        var needed = columns[..Needed.Length].Max() + 1;
        var rows = new List<DivisionRow>();
        while (csv.Read())
        {
            var line = firstLine + (int)csv.LineNumber - 1;
            if (csv.FieldCount < needed)
            {
                faults.Add(new DivisionLineIsBroken(line));
            }
            else if (!int.TryParse(csv.GetString(columns[2]), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            {
                faults.Add(new DivisionLevelIsNotANumber(line, Excerpt(csv.GetString(columns[2]))));
            }
            else
            {
                var previous = columns[4] >= 0 && columns[4] < csv.FieldCount ? csv.GetString(columns[4]) : null;
                rows.Add(new DivisionRow(line, csv.GetString(columns[0]), csv.GetString(columns[1]), level, csv.GetString(columns[3]), previous));
            }
        }

        return rows.Count + faults.Count == 0 ? ([], [new DivisionFileIsEmpty(file.Name)]) : (rows, [.. faults.Distinct()]);
    }

    private static int ColumnOf(CsvReader csv, string column)
    {
        for (var i = 0; i < csv.Headers.Count; i++)
        {
            if (csv.Headers[i].Trim().Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Excerpt(string text) => text is { Length: > 20 } ? text[..20] + "…" : text;
}
