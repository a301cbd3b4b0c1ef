using Linli.Domain.Registry;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>By what way a ticket came in, and how many follow it.</summary>
public sealed record IntakeView
{
    /// <summary>Null where the reporter typed it in.</summary>
    public required IntakeChannel? Channel { get; init; }

    /// <summary>Who took it for the caller, as capacity.</summary>
    public required string? TakenAs { get; init; }

    /// <summary>Of a caller who is not in the register; for those who have to call alone.</summary>
    public required string? CallerName { get; init; }

    /// <summary>Masked; of a caller who is not in the register.</summary>
    public required string? CallerPhone { get; init; }

    /// <summary>Number of the hotline's work order.</summary>
    public required string? HotlineNumber { get; init; }

    public required DateTimeOffset? HotlineCalledAt { get; init; }

    /// <summary>When the hotline wants the caller to have been reached.</summary>
    public required DateTimeOffset? HotlineContactDueAt { get; init; }

    /// <summary>When the hotline wants the result.</summary>
    public required DateTimeOffset? HotlineResolveDueAt { get; init; }

    /// <summary>The caller asked the hotline for confidentiality.</summary>
    public required bool IsConfidential { get; init; }

    /// <summary>Neighbours who follow it beside the reporter.</summary>
    public required int Followers { get; init; }
}

/// <summary>Reads how a ticket came in. Asked by the ticket's own query, which has decided that the actor may see the ticket.</summary>
internal static class FindIntake
{
    /// <param name="db">Where to look.</param>
    /// <param name="cipher">Opens what a caller left.</param>
    /// <param name="ticket">Which.</param>
    /// <param name="asResident">Whether it is shown as its residents see it.</param>
    /// <param name="mayCall">Whether the caller's name and number are for the actor.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<IntakeView> Of(LinliDb db, PersonalCipher cipher, Ticket ticket, bool asResident, bool mayCall, CancellationToken cancel)
    {
        var intake = await db.Set<TicketIntake>().AsNoTracking().SingleOrDefaultAsync(i => i.TicketId == ticket.Id, cancel);
        return new IntakeView
        {
            Channel = intake?.Channel,
            TakenAs = intake?.TakenAs,
            CallerName = mayCall && !asResident && intake?.CallerName is { } name ? cipher.Decrypt(name) : null,
            CallerPhone = mayCall && !asResident && intake?.CallerPhone is { } phone && PhoneNumber.TryParse(cipher.Decrypt(phone), out var number) ? number.Masked : null,
            HotlineNumber = intake?.HotlineNumber,
            HotlineCalledAt = intake?.HotlineCalledAt,
            HotlineContactDueAt = intake?.HotlineContactDueAt,
            HotlineResolveDueAt = intake?.HotlineResolveDueAt,
            IsConfidential = intake?.IsConfidential == true,
            Followers = await db.Set<TicketFollow>().CountAsync(f => f.TicketId == ticket.Id, cancel),
        };
    }
}
