using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Privacy.Consents;

public sealed record ConsentInput : ChangeInput
{
    /// <summary>Code of the purpose.</summary>
    public string? Purpose { get; init; }

    /// <summary>Version of the text that was read; for giving.</summary>
    public int? Version { get; init; }

    /// <summary>True to give, false to withdraw.</summary>
    public bool Given { get; init; }
}

/// <summary>
/// Gives consent to a purpose, or withdraws it, as easily (PIPL 14 to 16, 29). Nothing else depends on it. What rests on
/// consent alone goes when it is withdrawn (47 ¶1(3)).
/// </summary>
internal sealed class SayConsent(LinliDb db, Changes changes, IConsents consents, IEnumerable<IRestsOnConsent> resting)
{
    public async Task<Outcome<Done>> Execute(ConsentInput input, ProcessContext context, CancellationToken cancel)
    {
        if (ConsentPurposes.Find(input.Purpose) is not { } purpose)
        {
            return new ConsentPurposeIsNotKnown();
        }

        // Withdrawing needs no reading; giving is for the text that was shown.
        if (input.Given && input.Version != purpose.Version)
        {
            return new ConsentTextHasChanged();
        }

        var person = context.Actor.PersonId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await consents.Hold(person, cancel);
        db.Add(new Consent { Id = context.RequestId, PersonId = person, Purpose = purpose.Code, Version = purpose.Version, Given = input.Given, At = context.At });
        foreach (var thing in resting.Where(thing => thing.Purpose == purpose.Code))
        {
            await (input.Given ? thing.Begin(person, context.At, cancel) : thing.Remove(person, context.At, cancel));
        }

        var saved = await changes.Save(context, input.Given ? "GiveConsent" : "WithdrawConsent", nameof(Consent), context.RequestId, new { purpose.Code, purpose.Version }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return Done.It;
    }
}
