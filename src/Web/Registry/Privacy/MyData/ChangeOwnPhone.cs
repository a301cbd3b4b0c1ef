using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.SignIn;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.MyData;

public sealed record NewNumberInput : ChangeInput
{
    public string? PhoneNumber { get; init; }
}

public sealed record OwnPhoneInput : ChangeInput
{
    public string? PhoneNumber { get; init; }

    /// <summary>The code that was sent to the new number.</summary>
    public string? Code { get; init; }

    /// <summary>A code sent to the present number, for a program; a page confirms the session instead.</summary>
    public string? ConfirmationCode { get; init; }
}

/// <summary>
/// Changes the own phone number (PIPL 46) without a clerk: the old number proves who asks, a code to the new one proves that
/// it is the person's. All other sessions end, because the number is what one signs in with.
/// </summary>
internal sealed class ChangeOwnPhone(LinliDb db, Changes changes, PersonalCipher cipher, SignInCodes codes, ConfirmItIsMe confirm, Sessions sessions, Notifier notifier)
{
    private const string Process = nameof(ChangeOwnPhone);

    /// <summary>Sends a code to the new number, whoever's it is: only its holder learns it.</summary>
    public async Task<Outcome<string>> SendCode(NewNumberInput input, ProcessContext context, CancellationToken cancel)
    {
        var number = PhoneNumber.Parse(input.PhoneNumber);
        if (!number.Succeeded(out var phone))
        {
            return Outcome<string>.Refused(number.Refusals);
        }

        var index = cipher.PhoneIndex(phone.Digits);
        if (await db.Set<Person>().AnyAsync(p => p.Id == context.Actor.PersonId && p.PhoneIndex == index, cancel))
        {
            return new NumberIsOwnAlready();
        }

        var sent = await codes.Send(phone, CodeUse.NewNumber, cancel);
        return sent.Then(_ => phone.Masked);
    }

    public async Task<Outcome<Done>> Execute(OwnPhoneInput input, ProcessContext context, CancellationToken cancel)
    {
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var number = PhoneNumber.Parse(input.PhoneNumber);
        if (!number.Succeeded(out var phone))
        {
            return Outcome<Done>.Refused(number.Refusals);
        }

        var person = await db.Set<Person>().SingleAsync(p => p.Id == context.Actor.PersonId, cancel);
        // Somebody without a number has nothing older to prove it with than the session.
        if (person.PhoneCipher is not null && await confirm.Proven(context.Actor, input.ConfirmationCode, cancel) is { IsRefused: true } unproven)
        {
            return Outcome<Done>.Refused(unproven.Refusals);
        }

        var owned = await codes.Check(phone, CodeUse.NewNumber, input.Code, cancel);
        if (owned.IsRefused)
        {
            return owned;
        }

        var index = cipher.PhoneIndex(phone.Digits);
        if (await db.Set<Person>().AnyAsync(p => p.PhoneIndex == index && p.Id != person.Id, cancel))
        {
            return new PhoneNumberBelongsToAnotherPerson();
        }

        (person.PhoneCipher, person.PhoneIndex, person.PhoneMasked) = (cipher.Encrypt(phone.Digits), index, phone.Masked);
        notifier.Tell([person.Id], "OwnPhoneChanged", new() { ["Number"] = phone.Masked }, "/me/privacy", context.At);
        var saved = await changes.Save(context, Process, nameof(Store.Person), person.Id, new { field = PersonalField.PhoneNumber }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await sessions.EndOthers(context.Actor, false, cancel);
        return Done.It;
    }
}
