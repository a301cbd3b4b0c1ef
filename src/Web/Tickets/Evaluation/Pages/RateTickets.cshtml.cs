using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Contract;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Evaluation.Pages;

/// <summary>The tickets behind a figure of the rates, with what the rates see of each.</summary>
[Needs(Permission.ViewOverview)]
internal sealed class RateTicketsModel(RateTickets tickets, TimeProvider clock) : LinliPage
{
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public RateCount Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public RatedTickets List { get; private set; } = null!;

    public RatePeriod Period { get; private set; }

    public string Back => string.Create(CultureInfo.InvariantCulture, $"/rates?place={Uri.EscapeDataString(Place ?? string.Empty)}&from={Period.From:yyyy-MM-dd}&to={Period.To:yyyy-MM-dd}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        Period = RatePeriod.Of(From, To, today).Succeeded(out var asked) ? asked : RatePeriod.Of(null, null, today).Value;
        if (!(await tickets.Execute(
            new() { Place = Place, Organisation = Organisation, Period = Period, Of = Enum.IsDefined(Of) ? Of : RateCount.Orders, Page = At }, Actor, cancel)).Succeeded(out var list))
        {
            return NotFound();
        }

        List = list;
        return Page();
    }
}
