using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>Shows the reporter's number whole to whoever makes the visit, while it is open. Each look is logged with the ticket's number as its reason.</summary>
internal sealed class ShowVisitPhone(VisitDesk visits, CallerPhones phones)
{
    public async Task<Outcome<string>> Execute(Guid visit, ProcessContext context, CancellationToken cancel) =>
        await visits.Find(visit, context.Actor, cancel) is not var (found, ticket) || Scope.Of(context.Actor, Permission.MakeReturnVisits).IsNothing ? new NotFound()
        : found.State != VisitState.Open || ticket.ContactBy == ContactWish.None ? new PhoneIsNotNeeded()
        : await visits.IsOneOfTheHandlers(ticket, context.Actor, context.At, cancel) ? new HandlersOwnMayNotVisit()
        : await phones.Show(ticket, context, cancel);
}
