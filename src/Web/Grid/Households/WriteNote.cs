using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;

namespace Linli.Web.Grid.Households;

/// <summary>What a household asked to be kept in mind, and what for.</summary>
public sealed record NoteInput : ChangeInput
{
    public NotePurpose? Purpose { get; init; }

    public string? Text { get; init; }
}

/// <summary>Keeps a note on a household of the actor's own, for as long as the rule says.</summary>
internal sealed class WriteNote(LinliDb db, ShowHousehold households, Changes changes)
{
    private const string Process = nameof(WriteNote);

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
        var saved = await changes.Save(context, Process, "HouseholdNote", context.RequestId, new { kept.UnitId, input.Purpose }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
