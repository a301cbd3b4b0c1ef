using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Evaluation.Pages;

/// <summary>The rates of the own compound, for its residents: figures without any ticket or person.</summary>
[Needs(Permission.ViewOwnTickets)]
internal sealed class OwnRatesModel(ShowOwnRates rates, TimeProvider clock) : LinliPage
{
    /// <summary>Null where the capacity is for no compound.</summary>
    public OwnRatesView? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var period = RatePeriod.Of(null, null, ChinaTime.DayOf(clock.GetUtcNow())).Value;
        Shown = (await rates.Execute(period, Actor, cancel)).Succeeded(out var shown) ? shown : null;
        return Page();
    }
}
