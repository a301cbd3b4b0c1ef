using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Intake.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>一起跟进: a household of the compound joins an open ticket instead of reporting the same again, and hears how it goes.</summary>
internal sealed class FollowTicket(LinliDb db, Changes changes, FollowAccess access)
{
    private const string Process = nameof(FollowTicket);

    public async Task<Outcome<Saved>> Execute(string number, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(number);
        if (await access.Find(number, context.Actor, cancel) is not { } ticket)
        {
            return new NotFound();
        }

        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (ticket.ReporterId == context.Actor.PersonId)
        {
            return new OwnTicketIsNotFollowed();
        }

        if (TicketFlow.IsFinal(ticket.State))
        {
            return new OnlyOpenTicketsAreFollowed();
        }

        if (await db.Set<TicketFollow>().AnyAsync(f => f.TicketId == ticket.Id && f.PersonId == context.Actor.PersonId, cancel))
        {
            return new Saved(ticket.Id, Before: true);
        }

        db.Add(new TicketFollow { Id = context.RequestId, TicketId = ticket.Id, PersonId = context.Actor.PersonId, Since = context.At });
        return await changes.Save(context, Process, TicketProcesses.Subject, ticket.Id, new { follow = context.RequestId }, cancel);
    }
}
