using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>The rates as a workbook: every line with numerators and denominators, and the rule in the note above.</summary>
internal sealed class ExportRates(ShowRates rates, IStringLocalizer<EvaluationWords> words, IStringLocalizer<Texts> shared)
{
    public async Task<Outcome<SpreadsheetAnswer>> Of(ShowRates.Input input, Actor actor, CancellationToken cancel)
    {
        var counted = await rates.Execute(input, actor, cancel);
        if (!counted.Succeeded(out var view))
        {
            return Outcome<SpreadsheetAnswer>.Refused(counted.Refusals);
        }

        var capacity = actor.Capacity is { } held ? CapacityNames.Of(held, shared) : string.Empty;
        var title = words["Rates.Title"].Value;
        var note = words["Rates.Export.Note", view.Name, Moments.Day(view.From), Moments.Day(view.To), view.Rule.Code, view.Rule.FewestToRank, actor.Name, capacity, Moments.Full(view.At)].Value;
        IEnumerable<RateRow> rows = [.. view.Rows, new RateRow { Code = view.Code, Name = words["Rates.Total"], Kind = view.Kind, OrganisationId = null, Rates = view.Total, Rank = null }];
        return new SpreadsheetAnswer(title, (target, stop) => ListWorkbook.Write(target, title, note, Columns(), rows.ToAsyncEnumerable(), stop));
    }

    private List<ListColumn<RateRow>> Columns() =>
    [
        new(words["Rates.Rank"], 8, row => row.Rank), new(words["Rates.Name"], 28, row => row.Name),
        new(words["Rates.Orders"], 10, row => (int)row.Rates.Orders), new(words["Rates.Excluded"], 10, row => (int)row.Rates.Excluded),
        .. Of("Response", row => row.Rates.Response), .. Of("Resolution", row => row.Rates.Resolution), .. Of("Satisfaction", row => row.Rates.Satisfaction),
        new(words["Rates.Score"], 10, row => row.Rates.Score),
    ];

    private IEnumerable<ListColumn<RateRow>> Of(string name, Func<RateRow, RateOf> rate) =>
    [
        new($"{words["Rates." + name]} {words["Rates.Numerator"]}", 12, row => (int)rate(row).Numerator),
        new($"{words["Rates." + name]} {words["Rates.Denominator"]}", 12, row => (int)rate(row).Denominator),
        new($"{words["Rates." + name]} %", 12, row => rate(row).Percent),
    ];
}
