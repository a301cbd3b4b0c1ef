using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;

namespace Linli.Web.Platform.Calendar.Pages;

/// <summary>The years of the working calendar; which of them are still missing stands first.</summary>
[Needs(Permission.KeepCalendar | Permission.ViewRegistry)]
internal sealed class CalendarModel(ShowCalendar calendar) : LinliPage
{
    public IReadOnlyList<CalendarYearRow> Years { get; private set; } = [];

    public bool MayKeep => Actor.May(Permission.KeepCalendar);

    public void OnGet() => Years = calendar.Years(Actor);
}
