using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>申请: a household of the compound asks for mediation, directly or from its own ticket. Asking is consenting.</summary>
internal sealed class ApplyForMediation(LinliDb db, Changes changes, MediationDesk desk, MediationSeal seal, CaseParties parties, TellParties tell)
{
    public async Task<Outcome<Saved>> Execute(MediationApplyInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.InConfidence().On("apply");
        if (await changes.HandledBefore(context, MediationDesk.Process, cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (context.Actor.Capacity is not { IsHousehold: true } home || !Scope.Of(context.Actor, Permission.ViewOwnTickets).Covers(home.Path))
        {
            return new MediationIsForHouseholds();
        }

        var (statement, other) = (MediationTexts.Statement.Check(input.Statement), MediationTexts.OtherSide.Check(input.OtherSide));
        List<Refusal> refusals = [.. MediationKinds.Check(input.Kind, context.At), .. statement.Refusals, .. other.Refusals];
        var ticket = await TicketOf(input.TicketNumber, context.Actor, refusals, cancel);
        if (refusals.Count > 0)
        {
            return Outcome<Saved>.Refused(refusals);
        }

        var made = new MediationCase
        {
            Id = context.RequestId,
            CompoundId = ticket?.CompoundId ?? home.PlaceId,
            TicketId = ticket?.Id,
            ApplicantId = context.Actor.PersonId,
            Kind = input.Kind!,
            Statement = seal.Seal(statement.Value),
            OtherSide = seal.Seal(other.Value),
        };
        await parties.AddApplicant(made, context.Actor.PersonId, context, consents: true, cancel);
        await tell.Committee(made, context, cancel);
        return await desk.Make(made, MediationAct.Apply, context, cancel);
    }

    // Of others' tickets one hears here no more than elsewhere.
    private async Task<Ticket?> TicketOf(string? number, Actor actor, List<Refusal> refusals, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return null;
        }

        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number && t.ReporterId == actor.PersonId, cancel);
        if (ticket is null)
        {
            refusals.Add(new TicketIsNotYours());
        }
        else if (await db.Set<MediationCase>().AnyAsync(c => c.TicketId == ticket.Id && c.State != MediationState.Closed, cancel))
        {
            refusals.Add(new TicketIsBeingMediated());
        }

        return ticket;
    }
}
