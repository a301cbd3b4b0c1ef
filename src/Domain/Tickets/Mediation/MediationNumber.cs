using System.Globalization;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Mediation;

/// <summary>The number by which people speak of a case, <c>TJ-2611-0007</c>: year and month in China and a running number. It names no place and no person.</summary>
public static class MediationNumber
{
    /// <summary>The number of a case asked for at the moment.</summary>
    public static string Of(DateTimeOffset at, int sequence)
    {
        var day = ChinaTime.DayOf(at);
        return string.Create(CultureInfo.InvariantCulture, $"TJ-{day.Year % 100:00}{day.Month:00}-{sequence:0000}");
    }
}
