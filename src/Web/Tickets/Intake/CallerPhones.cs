using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>
/// Shows the number of whoever reported, whole: from the register, or the one that a caller left with this ticket. The use case that asks has
/// decided that its actor has to call; that somebody looked is written down either way.
/// </summary>
internal sealed class CallerPhones(LinliDb db, PersonalCipher cipher, Changes changes, IPersonalNumbers numbers)
{
    private const string Process = "ShowCallerPhone";

    public async Task<Outcome<string>> Show(Ticket ticket, ProcessContext context, CancellationToken cancel)
    {
        var phone = await db.Set<TicketIntake>().Where(i => i.TicketId == ticket.Id).Select(i => i.CallerPhone).SingleOrDefaultAsync(cancel);
        if (phone is null)
        {
            return await numbers.ShowPhone(ticket.ReporterId, ticket.Number, context, cancel);
        }

        var saved = await changes.Save((context with { Reason = ticket.Number }).On(ticket.Id), Process, TicketProcesses.Subject, ticket.Id, new { }, cancel);
        return saved.Then(_ => cipher.Decrypt(phone));
    }
}
