using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Privacy.Requests;

public sealed record AskCorrectionInput : ChangeInput
{
    public CorrectionField? Field { get; init; }

    /// <summary>What should stand there; at most 200 characters.</summary>
    public string? Proposed { get; init; }

    /// <summary>Why, and what shows it; may be left empty.</summary>
    public string? Explanation { get; init; }
}

/// <summary>Asks that what is recorded about oneself be corrected or completed (PIPL 46); a clerk decides.</summary>
internal sealed class AskForCorrection(RequestDesk desk, PersonalCipher cipher)
{
    public async Task<Outcome<Guid>> Execute(AskCorrectionInput input, ProcessContext context, CancellationToken cancel)
    {
        var faults = new Faults();
        var field = faults.Choice(nameof(input.Field), input.Field);
        var proposed = faults.Line(nameof(input.Proposed), input.Proposed, 200);
        if (!faults.Any)
        {
            proposed = field switch
            {
                CorrectionField.Name => Proposed(faults, PersonName.Parse(proposed), name => name.Value),
                CorrectionField.IdentityNumber => Proposed(faults, IdentityNumber.Parse(proposed, ChinaTime.DayOf(context.At)), number => number.Value),
                _ => proposed,
            };
        }

        var explanation = faults.OptionalLine(nameof(input.Explanation), input.Explanation, 200);
        return faults.Any
            ? Outcome<Guid>.Refused(faults.All)
            : await desk.Open(
                new RightsRequest { PersonId = context.Actor.PersonId, Kind = RightsRequestKind.Correction, Field = field, ProposedCipher = cipher.Encrypt(proposed), Explanation = explanation },
                context, cancel);
    }

    // The rule speaks of its own field; here it is the proposed value that is wrong.
    private static string Proposed<T>(Faults faults, Outcome<T> outcome, Func<T, string> write)
    {
        if (outcome.Succeeded(out var value))
        {
            return write(value);
        }

        foreach (var refusal in outcome.Refusals)
        {
            faults.Add(new ProposedValueIsRefused(refusal));
        }

        return string.Empty;
    }
}

/// <summary>Why the proposed value cannot stand there.</summary>
public sealed record ProposedValueIsRefused(Refusal Inner) : Refusal, Platform.Text.IAboutAnother
{
    public override string Field => nameof(AskCorrectionInput.Proposed);
}
