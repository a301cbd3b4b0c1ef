using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Households;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Grid.Care;

/// <summary>What somebody of a household said or signed.</summary>
public sealed record ConsentWordInput : ChangeInput
{
    public Guid? PersonId { get; init; }

    /// <summary>Code of the purpose.</summary>
    public string? Purpose { get; init; }

    public bool? Given { get; init; }

    public ConsentWay? Way { get; init; }

    public DateOnly? SaidOn { get; init; }

    /// <summary>Who heard it besides the two; needed for what was only said.</summary>
    public string? Witness { get; init; }
}

/// <summary>
/// Writes down the consent of somebody who has no telephone at hand: the captain for the own households where the purpose allows it, the
/// community worker and the grid worker for all of their area. The person is told at once.
/// </summary>
internal sealed class RecordHouseholdConsent(ShowHousehold households, CareDesk desk, IConsentRecords records, Changes changes)
{
    private const string Process = "RecordConsent";

    public async Task<Outcome<Done>> Execute(string unitCode, ConsentWordInput input, ConsentTaker taker, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(unitCode);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await People(unitCode, taker, context, cancel) is not { } people)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var speaker = people.FirstOrDefault(p => p.Id == input.PersonId);
        faults.AddIf(speaker is null, new GridChoiceIsMissing(nameof(input.PersonId)));
        faults.AddIf(ConsentPurposes.Find(input.Purpose) is null, new GridChoiceIsMissing(nameof(input.Purpose)));
        faults.AddIf(input.Given is null, new GridChoiceIsMissing(nameof(input.Given)));
        faults.AddIf(input.Way is null || !Enum.IsDefined(input.Way.Value), new GridChoiceIsMissing(nameof(input.Way)));
        faults.AddIf(input.SaidOn is null, new GridDayIsMissing(nameof(input.SaidOn)));
        var witness = faults.OptionalLine(nameof(input.Witness), input.Witness, 50);
        faults.AddIf(IsName(witness, context.Actor.Name), new WitnessIsTheWriter());
        faults.AddIf(IsName(witness, speaker?.Name), new WitnessIsTheSpeaker());
        return faults.Any ? Outcome<Done>.Refused(faults.All) : await records.Record(
            input.PersonId!.Value, input.Purpose!, new ReportedWord(taker, input.Given!.Value, input.Way!.Value, input.SaidOn!.Value, witness), context, cancel);
    }

    // A space between the characters makes nobody another person.
    private static bool IsName(string? witness, string? name) => witness is not null && name is not null
        && witness.Replace(" ", string.Empty, StringComparison.Ordinal) == name.Replace(" ", string.Empty, StringComparison.Ordinal);

    private sealed record Speaker(Guid Id, string Name);

    private async Task<IReadOnlyList<Speaker>?> People(string unitCode, ConsentTaker taker, ProcessContext context, CancellationToken cancel) => taker == ConsentTaker.Keeper
        ? (await households.Execute(unitCode, context.Actor, cancel))?.People.Select(p => new Speaker(p.Id, p.Name)).ToList()
        : await desk.Find(unitCode, context.Actor, cancel) is { } household ? [.. (await desk.People(household, context.Actor, cancel)).Select(p => new Speaker(p.Id, p.Name))] : null;
}
