using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Queue;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets;

/// <summary>The queue as a workbook, filtered as it is shown. The queue itself keeps to what the actor may see.</summary>
internal sealed class ExportTickets(TicketQueue queue, WhatNeedsMe needed, TimeProvider clock, CategoryBook categories, IStringLocalizer<TicketWords> words, IStringLocalizer<Texts> shared)
{
    public SpreadsheetAnswer Of(TicketQueue.Filter filter, Actor actor)
    {
        var capacity = actor.Capacity is { } held ? CapacityNames.Of(held, shared) : string.Empty;
        var note = words["Export.Note", actor.Name, capacity, Moments.Full(clock.GetUtcNow())].Value;
        return new SpreadsheetAnswer(words["Work.Title"], (target, cancel) => ListWorkbook.Write(target, words["Work.Title"], note, Columns(), Rows(filter, actor, cancel), cancel));
    }

    // Each stretch goes on where the one before ended, so that the last of a million costs what the first did.
    private IAsyncEnumerable<QueuedTicket> Rows(TicketQueue.Filter filter, Actor actor, CancellationToken cancel)
    {
        QueueCursor? last = null;
        return ListWorkbook.Pages(async page =>
        {
            if (filter.Tab == QueueTab.Me)
            {
                return page > 1 ? [] : [.. (await needed.Execute(actor, cancel)).Tickets.Select(one => one.Ticket)];
            }

            QueuedTicket[] rows = [.. (await queue.Read(filter with { After = last, Size = ListWorkbook.PageSize }, actor, cancel)).Take(ListWorkbook.PageSize)];
            last = rows is [.., var end] ? QueueCursor.Of(end) : last;
            return (IReadOnlyList<QueuedTicket>)rows;
        });
    }

    private List<ListColumn<QueuedTicket>> Columns() =>
    [
        new(words["Export.Number"], 18, ticket => ticket.Number), new(words["Export.Compound"], 20, ticket => ticket.CompoundName),
        new(words["Work.Column.Place"], 24, ticket => ticket.PlaceText), new(words["Work.Column.Category"], 12, ticket => categories.TitleOf(ticket.Category)),
        new(words["Work.Column.Matter"], 50, ticket => ticket.Description), new(words["Work.Column.State"], 12, ticket => words["TicketState." + ticket.State].Value),
        new(words["Work.Column.Handler"], 12, ticket => ticket.HandlerName), new(words["Export.ReceivedAt"], 18, ticket => Moment(ticket.ReceivedAt)),
        new(words["Work.Column.Due"], 18, ticket => ticket.ResolveDueAt is { } at ? Moment(at) : words["Work.Paused"].Value), new(words["Export.RepliedAt"], 18, ticket => ticket.RepliedAt is { } at ? Moment(at) : null),
    ];

    private static string Moment(DateTimeOffset moment) => ChinaTime.Local(moment).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
