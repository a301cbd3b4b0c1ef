using System.Globalization;

namespace Linli.Web.Tickets.Queue;

/// <summary>Where a page of the list ended; the next one goes on from there, however deep, without reading what came before.</summary>
internal sealed record QueueCursor(bool IsReplied, DateTimeOffset? ResolveDueAt, DateTimeOffset ReceivedAt, Guid Id)
{
    public static QueueCursor Of(QueuedTicket last) => new(last.State == Domain.Tickets.TicketState.Replied, last.ResolveDueAt, last.ReceivedAt, last.Id);

    /// <summary>Reads what an address carries; null when it is none.</summary>
    public static QueueCursor? Read(string? text) =>
        text?.Split('~') is [var replied, var due, var received, var id]
        && Moment(received) is { } at && Guid.TryParseExact(id, "N", out var ticket) && (due.Length == 0 || Moment(due) is not null)
            ? new(replied == "1", due.Length == 0 ? null : Moment(due), at, ticket)
            : null;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsReplied ? 1 : 0)}~{ResolveDueAt?.UtcTicks}~{ReceivedAt.UtcTicks}~{Id:N}");

    private static DateTimeOffset? Moment(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(value, TimeSpan.Zero) : null;
}
