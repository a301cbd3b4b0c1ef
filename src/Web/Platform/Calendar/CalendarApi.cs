using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;

namespace Linli.Web.Platform.Calendar;

/// <summary>The working calendar, for programs.</summary>
internal static class CalendarApi
{
    public static void MapCalendarApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/calendar").WithTags("Calendar");
        api.MapGet("/", (ShowCalendar calendar, CurrentActor who) => Results.Ok(calendar.Years(who.Required)))
            .Needs(Permission.KeepCalendar | Permission.ViewRegistry).WithSummary("Years of the working calendar, those that are not entered among them")
            .Produces<IReadOnlyList<CalendarYearRow>>();
        api.MapGet("/{year:int}", Find).Needs(Permission.KeepCalendar | Permission.ViewRegistry)
            .WithSummary("One year: its days off and make-up working days, its source and its history").Produces<CalendarYearView>().ProducesProblem(404);
        api.MapPost("/{year:int}", Enter).Needs(Permission.KeepCalendar)
            .WithSummary("Enter or correct a year by stretches of days or as a holiday-cn file; preview=true changes nothing")
            .Produces<CalendarChanges>().ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Find(int year, ShowCalendar calendar, CurrentActor who, CancellationToken cancel) =>
        await calendar.Find(year, who.Required, cancel) is { } view ? Results.Ok(view) : Results.NotFound();

    private static async Task<IResult> Enter(
        int year, CalendarInput input, EnterCalendarYear enter, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel, bool preview = false)
    {
        var context = new ProcessContext { Actor = who.Required, At = clock.GetUtcNow(), RequestId = input.RequestId ?? Guid.NewGuid() };
        var entered = await enter.Execute(year, input, context, cancel, preview);
        return entered.Succeeded(out var plan) ? Results.Ok(plan) : Problems.From(http, entered.Refusals);
    }
}
