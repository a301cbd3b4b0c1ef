using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Outbox;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Requests;

/// <summary>Does what a decision says. Homes, posts and other entries a clerk corrects on their own pages before accepting.</summary>
internal sealed class CarryOut(LinliDb db, PersonalCipher cipher, Erasure erasure)
{
    /// <summary>Null when it was done, or why it cannot be.</summary>
    public async Task<Refusal?> Do(RightsRequest request, RightsRequestAct act, ProcessContext context, CancellationToken cancel)
    {
        if (act == RightsRequestAct.Refuse)
        {
            return null;
        }

        var person = await db.Set<Person>().SingleAsync(p => p.Id == request.PersonId, cancel);
        if (act == RightsRequestAct.Restrict)
        {
            person.RestrictedAt = context.At;
            return null;
        }

        return request.Kind == RightsRequestKind.Correction ? await Correct(person, request, cancel) : await Delete(person, request, context, cancel);
    }

    private async Task<Refusal?> Correct(Person person, RightsRequest request, CancellationToken cancel)
    {
        if (request.ProposedCipher is not { } sealedValue)
        {
            return null;
        }

        var value = cipher.Decrypt(sealedValue);
        if (request.Field == CorrectionField.Name)
        {
            (person.Name, person.Initials) = (value, PinyinInitials.OfPerson(value));
        }
        else if (request.Field == CorrectionField.IdentityNumber && IdentityNumber.TryParse(value, out var number))
        {
            var index = cipher.Index("identity", number.Value);
            if (await db.Set<Person>().AnyAsync(p => p.IdentityIndex == index && p.Id != person.Id, cancel))
            {
                return new IdentityNumberBelongsToAnotherPerson();
            }

            (person.IdentityCipher, person.IdentityIndex, person.IdentityMasked) = (cipher.Encrypt(number.Value), index, number.Masked);
        }

        return null;
    }

    private async Task<Refusal?> Delete(Person person, RightsRequest request, ProcessContext context, CancellationToken cancel)
    {
        switch (request.Scope)
        {
            case DeletionScope.IdentityNumber:
                (person.IdentityCipher, person.IdentityIndex, person.IdentityMasked) = (null, null, null);
                break;
            case DeletionScope.PartyMark:
                person.PartyMember = false;
                break;
            default:
                TellBeforeTheNumberIsGone(person, context);
                await erasure.Erase(person.Id, context.At, cancel);
                break;
        }

        return null;
    }

    // Afterwards there is nobody left to be told in the app.
    private void TellBeforeTheNumberIsGone(Person person, ProcessContext context)
    {
        if (person.PhoneCipher is { } number && PhoneNumber.TryParse(cipher.Decrypt(number), out var phone))
        {
            db.Add(OutboxMessage.Sms(phone, cipher, JsonSerializer.SerializeToElement(new { kind = "DataErased" }), context.At));
        }
    }
}
