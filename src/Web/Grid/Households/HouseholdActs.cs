using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Households;

/// <summary>What a household asked to be kept in mind, and what for.</summary>
public sealed record NoteInput : GridInput
{
    public NotePurpose? Purpose { get; init; }

    public string? Text { get; init; }
}

/// <summary>Keeps a note on a household of the actor's own, for as long as the rule says.</summary>
internal sealed class WriteNote(LinliDb db, ShowHousehold households, Changes changes)
{
    private const string Process = "WriteNote";

    /// <summary>Until when a note written then is kept: the retention rule says it, and no other place.</summary>
    public static DateOnly KeepUntil(DateTimeOffset writtenAt) => ChinaTime.DayOf(RetentionRules.Of("household-notes", ChinaTime.DayOf(writtenAt)).Until(writtenAt));

    public async Task<Outcome<Guid>> Execute(string unitCode, NoteInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(unitCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await households.Kept(unitCode, context.Actor, cancel) is not { } kept)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        faults.AddIf(input.Purpose is null || !Enum.IsDefined(input.Purpose.Value), new GridChoiceIsMissing(nameof(input.Purpose)));
        var text = faults.Line(nameof(input.Text), input.Text, 100);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new HouseholdNote
        {
            Id = context.RequestId, UnitId = kept.UnitId, Role = kept.Role, Purpose = input.Purpose!.Value, Text = text, WrittenBy = context.Actor.PersonId,
            WrittenAt = context.At, KeepUntil = KeepUntil(context.At),
        });
        var saved = await changes.Save(context, Process, "household-note", context.RequestId, new { kept.UnitId, input.Purpose }, cancel);
        return saved.Succeeded(out var made) ? made.SubjectId : Outcome<Guid>.Refused(saved.Refusals);
    }
}

/// <summary>Removes a note, for good.</summary>
internal sealed class RemoveNote(LinliDb db, ShowHousehold households, Changes changes)
{
    private const string Process = "RemoveNote";

    public async Task<Outcome<Done>> Execute(string unitCode, Guid noteId, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(noteId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var note = await households.Kept(unitCode, context.Actor, cancel) is { } kept
            ? await db.Set<HouseholdNote>().FirstOrDefaultAsync(n => n.Id == noteId && n.UnitId == kept.UnitId && n.Role == kept.Role, cancel) : null;
        if (note is null)
        {
            return new NotFound();
        }

        db.Remove(note);
        var saved = await changes.Save(context, Process, "household-note", noteId, new { note.UnitId }, cancel);
        return saved.IsRefused ? Outcome<Done>.Refused(saved.Refusals) : Done.It;
    }
}

/// <summary>Whose number is needed, and what for.</summary>
public sealed record PhoneInput : GridInput
{
    public Guid? PersonId { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Shows the number of somebody who lives in a household of the actor's own and agrees to it; the look and its reason are logged, and the person can see it.</summary>
internal sealed class ShowHouseholdPhone(ShowHousehold households, IPersonalNumbers numbers)
{
    public async Task<Outcome<string>> Execute(string unitCode, PhoneInput input, ProcessContext context, CancellationToken cancel)
    {
        if (await households.Execute(unitCode, context.Actor, cancel) is not { } household)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var reason = faults.Line(nameof(input.Reason), input.Reason, 100);
        faults.AddIf(!faults.Any && PlainText.LengthOf(reason) < 4, new PhoneNeedsAReason());
        faults.AddIf(household.People.All(person => person.Id != input.PersonId), new GridChoiceIsMissing(nameof(input.PersonId)));
        faults.AddIf(!faults.Any && household.People.Any(person => person.Id == input.PersonId && !person.ShowsPhone), new Care.PhoneNeedsConsent());
        return faults.Any ? Outcome<string>.Refused(faults.All) : await numbers.ShowPhone(input.PersonId!.Value, reason, context, cancel);
    }
}

/// <summary>The reason is too short to say what the number is needed for.</summary>
public sealed record PhoneNeedsAReason : Refusal
{
    public override string? Field => "Reason";
}
