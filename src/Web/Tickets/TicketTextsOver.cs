using Linli.Web.Platform.Retention;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>De-identifies tickets when their time after closing is over (domain.md §9.2).</summary>
internal sealed class TicketTextsOver(LinliDb db, IErasedPeople erased) : IRetentionTask
{
    public string Rule => "ticket-texts";

    public string Subject => "tickets.tickets";

    public Task<long> CountOver(DateTimeOffset before, CancellationToken cancel)
    {
        var moment = before.ToUniversalTime();
        return db.Database.SqlQuery<long>(
            $"""
            select count(*) as "Value" from tickets.tickets where state in ('Closed', 'Withdrawn') and closed_at < {moment} and deidentified_at is null
            """).SingleAsync(cancel);
    }

    public Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel) => DeIdentifyTickets.ClosedBefore(db, erased, before, now, cancel);
}
