using System.Globalization;
using System.Text;
using Linli.Domain.Kernel;

namespace Linli.Web.Decisions.Import;

/// <summary>Rows of a CSV file by the names of its columns; fields may be quoted.</summary>
internal sealed class CsvRows
{
    private readonly string file;
    private readonly List<Refusal> faults = [];

    private CsvRows(string file) => this.file = file;

    public IReadOnlyList<Refusal> Faults => faults;

    /// <summary>Makes something of every row; a row that cannot be read is noted with its line.</summary>
    public static IReadOnlyList<T> Read<T>(string file, string text, Func<Row, T> make, ICollection<Refusal> faults)
    {
        var rows = new CsvRows(file);
        var made = rows.Lines(text).Select(row => (row, Value: make(row))).ToList();
        foreach (var fault in rows.faults.Take(20))
        {
            faults.Add(fault);
        }

        return [.. made.Select(item => item.Value)];
    }

    private IEnumerable<Row> Lines(string text)
    {
        Dictionary<string, int>? columns = null;
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var fields = Fields(line.TrimEnd('\r'));
            if (columns is null)
            {
                columns = fields.Index().ToDictionary(field => field.Item.Trim(), field => field.Index, StringComparer.Ordinal);
            }
            else if (line.Trim().Length > 0)
            {
                yield return new Row(this, number, columns, fields);
            }
        }
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(line[++at]);
            }
            else if (line[at] == '"')
            {
                quoted = !quoted;
            }
            else if (line[at] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[at]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    /// <summary>A row.</summary>
    internal sealed class Row(CsvRows rows, int line, Dictionary<string, int> columns, List<string> fields)
    {
        /// <summary>The text of a column; a column that is not there is a fault.</summary>
        public string this[string column]
        {
            get
            {
                if (!columns.TryGetValue(column, out var at) || at >= fields.Count)
                {
                    Wrong(column);
                    return string.Empty;
                }

                return fields[at].Trim();
            }
        }

        public Area? Area(string column) => this[column] is not { Length: > 0 } text ? null : Domain.Kernel.Area.TryParse(text, out var area) ? area : Wrong(column, (Area?)null);

        public DateTimeOffset Moment(string column) =>
            DateTimeOffset.TryParse(this[column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : Wrong(column, default(DateTimeOffset));

        /// <summary>One of the words that a column may have.</summary>
        public T One<T>(string column, IReadOnlyDictionary<string, T> words) => words.TryGetValue(this[column], out var value) ? value : Wrong(column, words.First().Value);

        private T Wrong<T>(string column, T instead)
        {
            Wrong(column);
            return instead;
        }

        public void Wrong(string column) => rows.faults.Add(new VoteFileIsWrong(rows.file, line, column));
    }
}
