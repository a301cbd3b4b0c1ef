using System.Globalization;
using System.Text;

namespace Linli.Domain.Tickets.TextHelp;

/// <summary>The measures as a plain text with tables: what the command prints and what stands in the documentation.</summary>
public static class TextReport
{
    /// <summary>The report.</summary>
    public static string Of(TextModel model, TextMeasure measure, int learned)
    {
        var text = new StringBuilder();
        Line(text, $"Learned: {learned} reports; measured on {measure.Texts} others. {model}.");
        Line(text, $"Category: first suggestion right {Share(measure.First, measure.Texts)}, right among three {Share(measure.AmongThree, measure.Texts)}.");
        Line(text, $"Calibration: mean distance between sure and right {measure.CalibrationError:P1}.");
        Line(text, $"");
        Line(text, $"| category | reports | recognised | suggested | of these right |");
        Line(text, $"|---|---:|---:|---:|---:|");
        foreach (var of in measure.Categories)
        {
            Line(text, $"| {of.Code} | {of.Texts} | {Share(of.Right, of.Texts)} | {of.Suggested} | {Share(of.Right, of.Suggested)} |");
        }

        Line(text, $"");
        Line(text, $"| truth | suggested instead | times |");
        Line(text, $"|---|---|---:|");
        foreach (var (truth, suggested, count) in measure.Mistakes)
        {
            Line(text, $"| {truth} | {suggested} | {count} |");
        }

        Line(text, $"");
        Line(text, $"| sure | reports | mean sure | right |");
        Line(text, $"|---|---:|---:|---:|");
        foreach (var bin in measure.Calibration.Where(bin => bin.Texts > 0))
        {
            Line(text, $"| {bin.From:P0}–{bin.From + 0.1:P0} | {bin.Texts} | {bin.Sure / bin.Texts:P0} | {Share(bin.Right, bin.Texts)} |");
        }

        Urgencies(text, measure);
        return text.ToString();
    }

    private static void Urgencies(StringBuilder text, TextMeasure measure)
    {
        var all = Enum.GetValues<Urgency>();
        Line(text, $"");
        Line(text, $"| urgency: truth ↓ suggested → | {string.Join(" | ", all)} |");
        Line(text, $"|---|{string.Concat(all.Select(_ => "---:|"))}");
        foreach (var truth in all)
        {
            Line(text, $"| {truth} | {string.Join(" | ", all.Select(s => measure.Urgencies.Where(u => u.Truth == truth && u.Suggested == s).Sum(u => u.Count)))} |");
        }

        Line(text, $"");
        Line(text, $"| way | right | emergencies missed | cost in all | cost a report |");
        Line(text, $"|---|---:|---:|---:|---:|");
        foreach (var way in measure.Ways)
        {
            Line(text, $"| {way.Name} | {Share(way.Right, measure.Texts)} | {way.MissedEmergencies} | {way.Cost} | {way.Cost / (double)measure.Texts:0.00} |");
        }
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{part * 100.0 / whole:0.0} %");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
