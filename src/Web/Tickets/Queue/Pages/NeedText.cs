using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Pages;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Queue.Pages;

/// <summary>Says until when something is needed: 今天 15:00 前, 已超时 2 小时.</summary>
internal static class NeedText
{
    public static string When(NeededAct need, DateTimeOffset now, IStringLocalizer<QueueWords> words, IStringLocalizer<TicketWords> units) =>
        need.DueAt is not { } due ? string.Empty
        : IsSince(need.Reason) ? words["When.Since", Durations.Say(now - due, units)]
        : due < now ? words["When.Late", Durations.Say(now - due, units)]
        : due <= ChinaTime.EndOf(ChinaTime.DayOf(now)) ? words["When.Today", TimeOf(due)]
        : words["When.Later", Moments.Due(due)];


    // These were given at a moment and are wanted from then on.
    private static bool IsSince(QueueReason reason) => reason is QueueReason.AnswerCard or QueueReason.Supervise;

    // The end of a day reads 24:00.
    private static string TimeOf(DateTimeOffset due) => ChinaTime.Local(due) is var local && local.TimeOfDay == TimeSpan.Zero
        ? "24:00"
        : local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
