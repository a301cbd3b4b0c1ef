using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Writes parties into a case. Only use cases that have asked who acts call it.</summary>
internal sealed class CaseParties(LinliDb db, MediationSeal seal, IPeople people)
{
    /// <summary>The person who asks, or for whom a ticket is referred.</summary>
    public async Task AddApplicant(MediationCase made, Guid person, ProcessContext context, bool consents, CancellationToken cancel) => db.Add(new MediationParty
    {
        Id = Guid.CreateVersion7(context.At),
        CaseId = made.Id,
        Position = 1,
        Side = PartySide.Applicant,
        PersonId = person,
        Name = seal.Seal(await NameOf(person, cancel)),
        Consent = consents ? ConsentState.Given : ConsentState.Asked,
        ConsentWay = consents ? SaidWay.OnPlatform : null,
        ConsentAt = consents ? context.At : null,
    });

    /// <summary>The registered person with this number and this very name: another name on the number is somebody else's account.</summary>
    public async Task<Guid?> Registered(string name, PhoneNumber? phone, ProcessContext context, CancellationToken cancel) =>
        phone is not null && await people.FindByPhone(phone, cancel) is { } person && await NameOf(person, cancel) == name ? person : null;

    private Task<string> NameOf(Guid person, CancellationToken cancel) =>
        db.Database.SqlQuery<string>($"""select name as "Value" from registry.people where id = {person}""").SingleAsync(cancel);
}
