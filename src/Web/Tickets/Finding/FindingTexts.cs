using System.Globalization;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Tickets.Categories;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Finding;

/// <summary>What was found, in words that pages and workbooks share.</summary>
internal sealed class FindingTexts(IStringLocalizer<FindingWords> words, CategoryBook book)
{
    /// <summary>24栋 · 电梯, 全小区 · 全部类别.</summary>
    public string Spot(HotSpotView spot) => $"{spot.BuildingName ?? words["WholeCompound"]} · {(spot.Category is { } code ? book.TitleOf(code) : words["AllCategories"])}";

    public string Topic(TopicView topic) => topic.Origin switch
    {
        TopicOrigin.Words => words["Topic.Words", string.Join(words["Topic.And"], topic.Label.Split('/'))],
        TopicOrigin.Category => book.TitleOf(topic.Label),
        _ => $"{topic.BuildingName ?? words["WholeCompound"]} · {(topic.Label.Length > 0 ? book.TitleOf(topic.Label) : words["AllCategories"])}",
    };

    /// <summary>Past people per week: 0.4.</summary>
    public static string PerWeek(int past, int weeks) => weeks == 0 ? "—" : ((decimal)past / weeks).ToString("0.0", CultureInfo.CurrentCulture);

    /// <summary>约 1/5,200.</summary>
    public string OneIn(decimal chance)
    {
        if (chance <= 0.000000001m)
        {
            return words["OneIn.Less"];
        }

        var times = 1 / chance;
        // No more digits than anybody can weigh.
        var rounded = times < 10 ? decimal.Round(times, 1) : Rounded(times);
        return words["OneIn", rounded.ToString("#,0.#", CultureInfo.CurrentCulture)];
    }

    private static decimal Rounded(decimal value)
    {
        var unit = 1m;
        while (value / unit >= 100)
        {
            unit *= 10;
        }

        return decimal.Round(value / unit) * unit;
    }
}
