using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Intake.Sheets;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets;

/// <summary>报事: an owner or resident reports a matter of the own compound. The request's id becomes the ticket's, so a doubled form meets itself.</summary>
internal sealed class ReportTicket(ReportWriter writer, TicketDeadlines deadlines, CategoryBook categories, ReadSheet sheets)
{
    public sealed record Input
    {
        public required string? Category { get; init; }

        /// <summary>The building, where the matter has one.</summary>
        public Guid? PlaceId { get; init; }

        /// <summary>Where, in the reporter's words.</summary>
        public string? PlaceText { get; init; }

        public required string? Description { get; init; }

        public ContactWish ContactBy { get; init; } = ContactWish.Phone;

        /// <summary>The code of the sheet that was scanned; counts when it is of the own compound and holds.</summary>
        public string? Sheet { get; init; }

        /// <summary>Files that the reporter has uploaded before.</summary>
        public IReadOnlyList<Guid> Photos { get; init; } = [];
    }

    public async Task<Outcome<ReportedTicket>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        if (context.Actor.Capacity is not { IsHousehold: true } capacity || Scope.Of(context.Actor, Permission.ReportTickets).IsNothing)
        {
            return new NotAllowedInThisCapacity();
        }

        var tree = categories.At(capacity.Path);
        var refusals = Check(input, tree);
        if (context.RequestId == Guid.Empty)
        {
            refusals = [.. refusals, new RequestIdIsEmpty()];
        }

        if (refusals.Count > 0)
        {
            return Outcome<ReportedTicket>.Refused(refusals);
        }

        var report = Read(input, tree).Value;
        var limits = TicketLimits.Of(report.Category);
        var (level, contactDue, resolveDue) = deadlines.Of(report.Category.Suggested, context.At, limits);
        return await writer.Write(new Ticket
        {
            Id = context.RequestId,
            CompoundId = capacity.PlaceId,
            PlaceId = input.PlaceId,
            UnitId = capacity.UnitId,
            PlaceText = report.Place ?? string.Empty,
            Kind = report.Category.Kind,
            Category = report.Category.Code,
            Urgency = report.Category.Suggested,
            Description = report.Description,
            ContactBy = input.ContactBy,
            State = TicketFlow.Decide(null, TicketAct.Report, TicketRoles.Reporter).Value,
            ServiceLevel = level,
            LocalLimits = limits?.ToString(),
            ReporterId = context.Actor.PersonId,
            ReportedAs = CapacityNames.ForRecord(capacity),
            ReceivedAt = context.At,
            ContactDueAt = contactDue,
            ResolveDueAt = resolveDue,
        }, input.Photos, context, cancel, await Scanned(input, capacity, context, cancel));
    }

    private async Task<TicketIntake?> Scanned(Input input, Capacity capacity, ProcessContext context, CancellationToken cancel) =>
        !string.IsNullOrEmpty(input.Sheet) && await sheets.Execute(input.Sheet, cancel) is { IsVoid: false } sheet && sheet.CompoundId == capacity.PlaceId
            ? new TicketIntake { TicketId = context.RequestId, Channel = IntakeChannel.QrCode, SheetId = sheet.SheetId }
            : null;

    /// <summary>Everything that is wrong with the input, each beside its field.</summary>
    public static IReadOnlyList<Refusal> Check(Input input, CategoryTree tree)
    {
        var refusals = Read(input, tree).Refusals.Select(InThisForm).ToList();
        if (input.PlaceId is null && TicketTexts.Place.Check(input.PlaceText) is { IsRefused: false, Value.Length: 0 })
        {
            refusals.Add(new PlaceIsMissing());
        }

        return refusals;
    }

    internal static Outcome<TicketReport> Read(Input input, CategoryTree tree) =>
        TicketReport.Of(input.Description, input.PlaceText, input.Category, input.Photos.Count, tree);

    // Domain calls the reporter's words "Place"; this form has a building beside them.
    private static Refusal InThisForm(Refusal refusal) => refusal switch
    {
        TextIsTooLong { Input: "Place" } tooLong => tooLong with { Input = "PlaceText" },
        TextHasForbiddenCharacters { Input: "Place" } forbidden => forbidden with { Input = "PlaceText" },
        _ => refusal,
    };
}

/// <summary>What became of a report.</summary>
public sealed record ReportedTicket(Guid Id, string Number);
