using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>The period that a letter tells of, and words for the unit.</summary>
public sealed record LetterInput : ChangeInput
{
    public DateOnly? From { get; init; }

    /// <summary>Last day, itself included.</summary>
    public DateOnly? To { get; init; }

    public string? Words { get; init; }
}

/// <summary>反馈函: tells a member's unit how often and how long the member served; confirmed hours only, as they stood then.</summary>
internal sealed class IssueLetter(LinliDb db, Registrations registrations, Changes changes)
{
    private const string Process = nameof(IssueLetter);

    public async Task<Outcome<Guid>> Execute(Guid registrationId, LetterInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(registrationId);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await registrations.Find(registrationId, context.Actor, cancel) is not { MayManage: true })
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var today = ChinaTime.DayOf(context.At);
        var (from, to) = (faults.Day(nameof(input.From), input.From, today), faults.Day(nameof(input.To), input.To, today));
        faults.AddIf(!faults.Any && to < from, new PeriodEndsBeforeItBegins());
        var words = faults.OptionalLine(nameof(input.Words), input.Words, 200);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var (first, last) = (ChinaTime.StartOf(from).ToUniversalTime(), ChinaTime.EndOf(to).ToUniversalTime());
        var minutes = await db.Set<ServiceRecord>()
            .Where(r => r.RegistrationId == registrationId && r.State == ServiceState.Confirmed && r.StartsAt >= first && r.StartsAt < last)
            .Select(r => r.Minutes).ToListAsync(cancel);
        if (minutes.Count == 0)
        {
            return new NothingConfirmedInPeriod();
        }

        db.Add(new FeedbackLetter
        {
            Id = context.RequestId, RegistrationId = registrationId, FromDay = from, ToDay = to, Services = minutes.Count, Minutes = minutes.Sum(), Words = words,
            IssuedAs = CapacityNames.ForRecord(context.Actor.Capacity!), IssuedBy = context.Actor.PersonId, IssuedAt = context.At,
        });
        var saved = await changes.Save(context, Process, "FeedbackLetter", context.RequestId, new { registrationId, from, to }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
