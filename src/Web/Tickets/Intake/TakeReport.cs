using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.Intake;

/// <summary>
/// 代为登记: a clerk takes a call or a visit. Whoever was asked first registers and stays answerable (首问负责, domain.md §5). A resident who is known
/// becomes the reporter and sees the ticket among the own ones; anybody else stands in the ticket alone, sealed.
/// </summary>
internal sealed class TakeReport(ReportWriter writer, TicketDeadlines deadlines, CategoryBook categories, TakePlaces places, CallerDesk callers)
{
    public async Task<Outcome<ReportedTicket>> Execute(TakeReportInput input, ProcessContext context, CancellationToken cancel)
    {
        if (await places.Find(input.CompoundId ?? Guid.Empty, Permission.TakeReports, context.Actor, cancel) is not { } compound || context.Actor.Capacity is not { } capacity)
        {
            return new CompoundIsMissing();
        }

        var tree = categories.At(compound.Path);
        var reporter = await callers.Read(input, compound, context.Actor, cancel);
        List<Refusal> refusals = [.. Check(input, tree), .. reporter.Refusals];
        if (context.RequestId == Guid.Empty)
        {
            refusals.Add(new RequestIdIsEmpty());
        }

        if (refusals.Count > 0)
        {
            return Outcome<ReportedTicket>.Refused(refusals);
        }

        var report = ReportTicket.Read(ToReport(input), tree).Value;
        var (who, limits) = (reporter.Value, TicketLimits.Of(report.Category));
        var (level, contactDue, resolveDue) = deadlines.Of(report.Category.Suggested, context.At, limits);
        var ticket = new Ticket
        {
            Id = context.RequestId,
            CompoundId = compound.Id,
            PlaceId = input.PlaceId,
            UnitId = who.UnitId,
            PlaceText = report.Place ?? string.Empty,
            Kind = report.Category.Kind,
            Category = report.Category.Code,
            Urgency = report.Category.Suggested,
            Description = report.Description,
            ContactBy = who.CanBeCalled ? input.ContactBy : ContactWish.None,
            State = TicketFlow.Decide(null, TicketAct.Report, TicketRoles.Clerk).Value,
            ServiceLevel = level,
            LocalLimits = limits?.ToString(),
            ReporterId = who.PersonId,
            ReportedAs = who.ReportedAs,
            ReceivedAt = context.At,
            ContactDueAt = contactDue,
            ResolveDueAt = resolveDue,
            AcceptedBy = context.Actor.PersonId,
        };
        var intake = new TicketIntake
        {
            TicketId = ticket.Id, Channel = input.Channel!.Value, TakenBy = context.Actor.PersonId, TakenAs = CapacityNames.ForRecord(capacity),
            Told = input.Told, CallerName = who.Name, CallerPhone = who.Phone,
        };
        return await writer.Write(ticket, [], context, cancel, intake, new TakenFor(context.Actor.PersonId, context.Actor.Name, who.IsRegistered ? who.PersonId : null));
    }

    /// <summary>Everything that is wrong with the matter itself, each beside its field; the caller is judged apart.</summary>
    public static IReadOnlyList<Refusal> Check(TakeReportInput input, CategoryTree tree)
    {
        List<Refusal> refusals = [.. ReportTicket.Check(ToReport(input), tree)];
        if (input.Channel is not { } channel || !IntakeChannels.OfClerks.Contains(channel))
        {
            refusals.Add(new ChannelIsMissing());
        }

        return refusals;
    }

    private static ReportTicket.Input ToReport(TakeReportInput input) => new()
    {
        Category = input.Category, PlaceId = input.PlaceId, PlaceText = input.PlaceText, Description = input.Description, ContactBy = input.ContactBy,
    };
}
