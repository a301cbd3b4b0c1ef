using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Alliances;

/// <summary>What two Party organisations agree on, without the commitments.</summary>
public sealed record AgreementInput : ChangeInput
{
    public string? Title { get; init; }

    /// <summary>甲方, as a rule the compound's branch; left as it is by a change.</summary>
    public Guid? FirstParty { get; init; }

    /// <summary>乙方, as a rule the company's branch; left as it is by a change.</summary>
    public Guid? SecondParty { get; init; }

    public DateOnly? FirstDay { get; init; }

    /// <summary>Last day of the term, itself included.</summary>
    public DateOnly? LastDay { get; init; }

    public string? Purpose { get; init; }

    /// <summary>As shown; a change is refused when somebody was faster.</summary>
    public uint? Version { get; init; }
}

/// <summary>起草: a party's secretary or the community writes down an agreement of two Party organisations.</summary>
internal sealed class DraftAgreement(LinliDb db, Changes changes)
{
    private const string Process = nameof(DraftAgreement);

    public async Task<Outcome<Guid>> Execute(AgreementInput input, ProcessContext context, CancellationToken cancel)
    {
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        var agreement = new Agreement { Id = context.RequestId, State = AgreementState.Draft };
        Apply(agreement, input, today, faults);
        var (first, second) = await AgreementParties.Of(db, input.FirstParty, input.SecondParty, cancel);
        faults.AddIf(first is null || first.HasEnded, new ChoiceIsMissing(nameof(input.FirstParty)));
        faults.AddIf(second is null || second.HasEnded, new ChoiceIsMissing(nameof(input.SecondParty)));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        (agreement.FirstPartyId, agreement.SecondPartyId) = (first!.Id, second!.Id);
        faults.Take(AgreementFlow.Decide(null, AgreementAct.Draft, AgreementDesk.RolesOf(context.Actor, first, second)));
        foreach (var refusal in AgreementRules.Check(first.Id, first.Kind, second.Id, second.Kind, agreement.StartsOn, agreement.EndsOn))
        {
            faults.Add(refusal);
        }

        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(agreement);
        var saved = await changes.Save(context, Process, AgreementDesk.Subject, agreement.Id, new { agreement.FirstPartyId, agreement.SecondPartyId }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    internal static void Apply(Agreement agreement, AgreementInput input, DateOnly today, Faults faults)
    {
        agreement.Title = faults.Line(nameof(input.Title), input.Title, 100);
        agreement.StartsOn = faults.Day(nameof(input.FirstDay), input.FirstDay, today);
        agreement.EndsOn = faults.Day(nameof(input.LastDay), input.LastDay, today);
        agreement.Purpose = faults.OptionalText(nameof(input.Purpose), input.Purpose, 2000);
    }
}
