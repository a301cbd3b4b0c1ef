using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Insight;
using Linli.Web.Insight.Pages;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets;
using Linli.Web.Tickets.Contract;
using Linli.Web.Tickets.Evaluation;
using Shouldly;

namespace Linli.Web.Tests.Insight;

/// <summary>Counts the lists behind the figures of an overview and compares.</summary>
internal static class FiguresAndLists
{
    public static async Task ShouldAgree(TestApp app, Actor actor, OverviewOf overview)
    {
        var places = overview.Parts.Select(p => (p.Name, p.PlaceId, p.Figures)).Append((overview.Name, overview.PlaceId, overview.Total));
        foreach (var (name, placeId, figures) in places)
        {
            foreach (var column in OverviewModel.Columns)
            {
                if (column.Counted is { } counted)
                {
                    (await Counted(app, actor, placeId, overview, counted)).ShouldBe(column.Of(figures), $"{name} {column.Tab}");
                    continue;
                }

                var filter = new TicketQueue.Filter { Tab = Enum.Parse<QueueTab>(column.Tab), PlaceId = placeId, From = overview.From, To = overview.To };
                (await RowsOf(app, filter, actor)).ShouldBe(column.Of(figures), $"{name} {column.Tab}");
            }
        }
    }

    private static async Task<long> Counted(TestApp app, Actor actor, Guid placeId, OverviewOf overview, RateCount of)
    {
        var code = await app.Scalar<string>("select code from registry.places where id = $1", placeId);
        var rows = 0;
        for (var page = 1; ; page++)
        {
            var input = new RateTickets.Input { Place = code, Period = new RatePeriod(overview.From, overview.To), Of = of, Page = page };
            var list = (await app.With<RateTickets, Outcome<RatedTickets>>(q => q.Execute(input, actor, CancellationToken.None))).Value;
            rows += list.Tickets.Count;
            if (page >= list.Pages)
            {
                rows.ShouldBe((int)list.Count);
                return rows;
            }
        }
    }

    private static async Task<long> RowsOf(TestApp app, TicketQueue.Filter filter, Actor actor)
    {
        var rows = 0;
        for (var page = 1; ; page++)
        {
            var shown = await app.With<TicketQueue, IReadOnlyList<QueuedTicket>>(q => q.Read(filter with { Page = page }, actor, CancellationToken.None));
            rows += Math.Min(shown.Count, TicketQueue.PageSize);
            if (shown.Count <= TicketQueue.PageSize)
            {
                return rows;
            }
        }
    }
}
