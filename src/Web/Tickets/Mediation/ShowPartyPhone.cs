using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets.Mediation;

/// <summary>
/// Shows a party's number whole to a mediator of the case while it is open. A look at a registered person is logged with the case's number, as
/// the person can read under 我的信息; any look stands in the trail in confidence.
/// </summary>
internal sealed class ShowPartyPhone(LinliDb db, MediationDesk desk, MediationSeal seal, Changes changes, IPersonalNumbers numbers)
{
    private const string Process = nameof(ShowPartyPhone);

    public async Task<Outcome<string>> Execute(Guid id, MediationPhoneInput input, ProcessContext context, CancellationToken cancel)
    {
        var file = await desk.Open(id, context.Actor, cancel);
        db.ChangeTracker.Clear();
        if (file is null || !MediationAccess.RolesOf(context.Actor, file).HasFlag(MediationRoles.Mediator))
        {
            return new NotFound();
        }

        if (file.Case.State == MediationState.Closed)
        {
            return new MediationIsClosed();
        }

        if (file.Parties.FirstOrDefault(party => party.Id == input.PartyId) is not { } asked)
        {
            return new MediationChoiceIsMissing(nameof(input.PartyId));
        }

        if (asked.PersonId is { } person)
        {
            return await numbers.ShowPhone(person, file.Case.Number, context.InConfidence(), cancel);
        }

        if (asked.Phone is null)
        {
            return new PartyHasNoNumber();
        }

        var saved = await changes.Save(context.InConfidence().On($"{id}/{asked.Id}"), Process, MediationDesk.Subject, id, new { party = asked.Id }, cancel);
        return saved.Then(_ => seal.Open(asked.Phone)!);
    }
}
