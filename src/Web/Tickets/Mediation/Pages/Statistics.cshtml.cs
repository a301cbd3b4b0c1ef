using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>Figures of mediation without names.</summary>
[Needs(Permission.ViewMediationStatistics)]
public sealed class MediationStatisticsModel : MediationPage
{
    private const int YearsBack = 5;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public MediationStatisticsView View { get; private set; } = null!;

    public IEnumerable<int> Years => Enumerable.Range(0, YearsBack).Select(back => ChinaTime.DayOf(Now).Year - back);

    public IReadOnlyList<(string Name, SafeTable Table, Func<string, string> Label)> Tables =>
    [
        ("kind", View.ByKind, key => M["Kind." + key]),
        ("result", View.ByResult, key => M["Result." + key]),
        ("quarter", View.ByQuarter, key => M["Quarter." + key]),
        ("place", View.ByPlace, key => key),
    ];

    public async Task OnGet() => View = await Get<ShowMediationStatistics>().Execute(Year, Actor, Cancel);
}
