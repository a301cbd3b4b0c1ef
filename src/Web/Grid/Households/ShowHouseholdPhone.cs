using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Grid.Households;

/// <summary>Whose number is needed, and what for.</summary>
public sealed record PhoneInput : ChangeInput
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
