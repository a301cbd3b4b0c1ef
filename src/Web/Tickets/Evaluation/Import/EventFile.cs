using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Linli.Domain.Kernel;

namespace Linli.Web.Tickets.Evaluation.Import;

/// <summary>Reads flat event rows: ticket, time, event, actor, detail (key=value, | between), in order of time.</summary>
internal static partial class EventFile
{
    public const int MaxMegabytes = 200;

    private static readonly string[] Columns = ["ticket", "time", "event", "actor", "detail"];

    /// <summary>Events that are known; those that no rule reads stay in the timeline alone.</summary>
    private static readonly HashSet<string> Events =
    [
        "RECEIVED", "DISPATCHED", "CONTACTED", "PAUSED", "RESUMED", "REPLIED", "REVISITED", "REOPENED", "CLOSED",
        "RETURN_REQUESTED", "RETURN_ACCEPTED", "RETURN_REFUSED", "EXCLUSION_REQUESTED", "EXCLUSION_APPROVED", "EXCLUSION_REJECTED",
    ];

    /// <summary>The rows that can be read, and a fault for every line that cannot.</summary>
    public static (IReadOnlyList<EventRow> Rows, IReadOnlyList<Refusal> Faults) Read(byte[] content)
    {
        if (content.Length > MaxMegabytes * 1024L * 1024 || TextOf(content) is not { } text)
        {
            return ([], [new EventFileIsUnreadable(MaxMegabytes)]);
        }

        List<Refusal> faults = [];
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            TrimWhitespace = true,
            OnMalformedRecord = bad => faults.Add(new EventLineIsBroken((int)bad.LineNumber)),
        });
        csv.ReadHeader();
        if (csv.Headers.Count < Columns.Length || !Columns.SequenceEqual(csv.Headers.Take(Columns.Length).Select(header => header.Trim().ToLowerInvariant())))
        {
            return ([], [new EventFileIsUnreadable(MaxMegabytes)]);
        }

        List<EventRow> rows = [];
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount < Columns.Length || RowOf(csv, line) is not { } row)
            {
                faults.Add(new EventLineIsBroken(line));
            }
            else if (!Events.Contains(row.Event))
            {
                faults.Add(new EventIsUnknown(line, row.Event.Length > 40 ? row.Event[..40] : row.Event));
            }
            else if (row.WrongDetail is { } key)
            {
                faults.Add(new EventDetailIsWrong(line, key));
            }
            else if (rows.Count > 0 && row.At < rows[^1].At)
            {
                faults.Add(new EventIsOutOfOrder(line));
            }
            else
            {
                rows.Add(row);
            }
        }

        return (rows, faults);
    }

    private static EventRow? RowOf(CsvReader csv, int line)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in csv.GetString(4).Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !details.TryAdd(pair[..at].Trim(), pair[(at + 1)..].Trim()))
            {
                return null;
            }
        }

        var number = csv.GetString(0);
        // A moment without its zone would be read in the server's.
        return NumberShape().IsMatch(number) && csv.GetString(3) is { Length: > 0 and <= 100 } actor && PlainText.TryClean(actor, severalLines: false, out var clean)
            && DateTimeOffset.TryParseExact(csv.GetString(1), ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-dd HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? new EventRow(line, number, moment, csv.GetString(2), clean, details)
                : null;
    }

    private static string? TextOf(byte[] content)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();
}
