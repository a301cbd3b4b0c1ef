using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>登记当事人: who comes in while mediation goes on is asked first.</summary>
internal sealed class AddParty(LinliDb db, MediationDesk desk, MediationSeal seal, CaseParties parties, FindConflict conflicts, TellParties tell)
{
    public Task<Outcome<Saved>> Execute(Guid id, MediationPartyInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(id, input, MediationAct.AddParty, context, async file =>
        {
            var name = MediationTexts.Name.Check(input.Name);
            List<Refusal> refusals = [.. name.Refusals];
            PhoneNumber? phone = null;
            if (!string.IsNullOrWhiteSpace(input.PhoneNumber))
            {
                var read = PhoneNumber.Parse(input.PhoneNumber);
                refusals.AddRange(read.Refusals);
                phone = read.IsRefused ? null : read.Value;
            }

            if (input.Side is not { } side || !Enum.IsDefined(side))
            {
                refusals.Add(new MediationChoiceIsMissing(nameof(input.Side)));
                side = default;
            }

            if (file.Parties.Count >= Consents.MostParties)
            {
                refusals.Add(new PartiesAreTooMany(Consents.MostParties));
            }

            var person = refusals.Count > 0 ? null : await parties.Registered(name.Value, phone, context, cancel);
            if (person is not null && file.Parties.Any(party => party.PersonId == person))
            {
                refusals.Add(new PersonIsAPartyAlready());
            }

            if (refusals.Count > 0)
            {
                return Outcome<MediationAct?>.Refused(refusals);
            }

            var added = new MediationParty
            {
                Id = context.RequestId, CaseId = id, Position = file.Parties.Count + 1, Side = side, PersonId = person,
                Name = seal.Seal(name.Value), Phone = seal.Seal(phone?.Digits), Consent = ConsentState.Asked,
            };
            file.Parties.Add(added);
            foreach (var mediator in file.InOffice)
            {
                // Who turns out to be related stands aside first.
                if ((await conflicts.Of(mediator.PersonId, file, ChinaTime.DayOf(context.At), context, cancel)).Forbids)
                {
                    return new MediatorHasToStandAside();
                }
            }

            db.Add(added);
            file.Case.ConsentedAt = null;
            tell.Parties(file, context, "MediationInvitation", [added]);
            return Outcome<MediationAct?>.Of(null);
        }, cancel);
}
