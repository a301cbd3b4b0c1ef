using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>转介: whoever dispatches a ticket sends it to the committee. Its reporter is asked like everybody; the dispatcher sees no more than that it was referred.</summary>
internal sealed class ReferTicket(
    LinliDb db, Changes changes, IPlaces places, MediationDesk desk, MediationSeal seal, CaseParties parties, TellParties tell)
{
    private const string KindOfReferred = "other";

    public async Task<Outcome<Saved>> Execute(string number, MediationPlainInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.InConfidence().On($"refer/{number}");
        if (await changes.HandledBefore(context, MediationDesk.Process, cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancel);
        if (ticket is null || await places.PathOf(ticket.CompoundId, cancel) is not { } compound
            || !TicketAccess.IsVisible(context.Actor, TicketAccess.RolesOf(context.Actor, ticket.ReporterId, ticket.AssignedTo, compound), compound))
        {
            return new NotFound();
        }

        var roles = Scope.Of(context.Actor, Permission.AcceptTickets).Covers(compound) ? MediationRoles.Referrer : MediationRoles.None;
        var decided = MediationFlow.Decide(null, MediationAct.Refer, roles);
        if (decided.IsRefused)
        {
            return Outcome<Saved>.Refused(decided.Refusals);
        }

        if (TicketFlow.IsFinal(ticket.State))
        {
            return Outcome<Saved>.Refused(ticket.State == TicketState.Closed ? new TicketIsClosed() : new TicketIsWithdrawn());
        }

        if (await db.Set<MediationCase>().AnyAsync(c => c.TicketId == ticket.Id && c.State != MediationState.Closed, cancel))
        {
            return new TicketIsBeingMediated();
        }

        var made = new MediationCase
        {
            Id = context.RequestId, CompoundId = ticket.CompoundId, TicketId = ticket.Id, ApplicantId = ticket.ReporterId,
            Kind = KindOfReferred, Statement = seal.Seal(ticket.Description),
        };
        await parties.AddApplicant(made, ticket.ReporterId, context, consents: false, cancel);
        await tell.Committee(made, context, cancel);
        return await desk.Make(made, MediationAct.Refer, context, cancel);
    }
}
