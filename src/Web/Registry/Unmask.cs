using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Which number of a person is asked for.</summary>
public enum PersonalField
{
    PhoneNumber,
    IdentityNumber,
}

public sealed record UnmaskInput : ChangeInput
{
    public PersonalField? Field { get; init; }

    /// <summary>Why it is needed; 4 to 200 characters, kept with the log.</summary>
    public string? Reason { get; init; }
}

/// <summary>Shows a number whole, once, and writes down who looked, when and why (PIPL 44, K5).</summary>
internal sealed class Unmask(LinliDb db, PersonalNumbers numbers)
{
    private const int ShortestReason = 4;

    public async Task<Outcome<string>> Execute(Guid personId, UnmaskInput input, ProcessContext context, CancellationToken cancel)
    {
        if (Scope.Of(context.Actor, Permission.UnmaskPersonalData).IsNothing)
        {
            return new NotAllowedInThisCapacity();
        }

        var person = await db.People(context.Actor, Permission.UnmaskPersonalData).FirstOrDefaultAsync(p => p.Id == personId, cancel);
        if (person is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var field = faults.Choice(nameof(input.Field), input.Field);
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        faults.AddIf(reason.Length > 0 && PlainText.LengthOf(reason) < ShortestReason, new ReasonIsTooShort(ShortestReason));
        var sealedNumber = field == PersonalField.PhoneNumber ? person.PhoneCipher : person.IdentityCipher;
        faults.AddIf(!faults.Any && sealedNumber is null, new NumberIsNotOnRecord());
        if (faults.Any)
        {
            return Outcome<string>.Refused(faults.All);
        }

        return await numbers.Show(person, field, reason, context, cancel);
    }
}
