using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>The list of 督办 as a workbook, filtered as it is shown.</summary>
internal sealed class ExportSupervised(
    ListSupervised list, TimeProvider clock, IStringLocalizer<FollowUpWords> words, IStringLocalizer<TicketWords> tickets, IStringLocalizer<Texts> shared)
{
    public SpreadsheetAnswer Of(ListSupervised.Filter filter, Actor actor)
    {
        var capacity = actor.Capacity is { } held ? CapacityNames.Of(held, shared) : string.Empty;
        var note = tickets["Export.Note", actor.Name, capacity, Moments.Full(clock.GetUtcNow())].Value;
        return new SpreadsheetAnswer(words["List.Title"], (target, cancel) => ListWorkbook.Write(
            target, words["List.Title"], note, Columns(), ListWorkbook.Pages(page => Page(filter with { Page = page, Size = ListWorkbook.PageSize }, actor, cancel)), cancel));
    }

    private async Task<IReadOnlyList<SupervisedTicket>> Page(ListSupervised.Filter filter, Actor actor, CancellationToken cancel) =>
        [.. (await list.Read(filter, actor, cancel)).Take(filter.Size)];

    private List<ListColumn<SupervisedTicket>> Columns() =>
    [
        new(tickets["Export.Number"], 18, row => row.Number), new(tickets["Export.Compound"], 20, row => row.CompoundName), new(tickets["Work.Column.Place"], 24, row => row.PlaceText),
        new(tickets["Work.Column.Category"], 12, row => tickets["TicketCategory." + row.Category].Value), new(tickets["Work.Column.Matter"], 50, row => row.Description),
        new(tickets["Work.Column.State"], 12, row => tickets["TicketState." + row.State].Value), new(tickets["Work.Column.Due"], 18, row => Moment(row.DueAt)),
        new(words["Column.Stage"], 14, row => words["Kind." + row.Stage].Value), new(words["Column.Since"], 18, row => Moment(row.StageAt)),
        new(words["Column.Answerable"], 14, row => row.AnswerableName ?? words["Nobody"].Value), new(words["Column.Answered"], 10, row => words[row.IsAnswered ? "Answered.Yes" : "Answered.No"].Value),
        new(tickets["Work.Column.Handler"], 12, row => row.HandlerName), new(words["Column.LeadUnit"], 18, row => row.LeadUnitName),
        new(words["Column.Until"], 12, row => row.UntilOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    private static string Moment(DateTimeOffset moment) => ChinaTime.Local(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
