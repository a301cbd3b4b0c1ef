using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Care;

/// <summary>Care marks go the moment that the consent is withdrawn.</summary>
internal sealed class CareMarksGo(LinliDb db) : IRestsOnConsent
{
    public string Purpose => ConsentPurposes.HardshipMark;

    public async Task Remove(Guid personId, DateTimeOffset at, CancellationToken cancel) =>
        db.RemoveRange(await db.Set<CareMark>().Where(m => m.PersonId == personId).ToListAsync(cancel));
}

/// <summary>Who no longer wants to be known as a Party member here is no longer registered here (双报到); the record of hours goes by its own rule.</summary>
internal sealed class RegistrationsEnd(LinliDb db) : IRestsOnConsent
{
    public string Purpose => ConsentPurposes.PartyMark;

    public async Task Remove(Guid personId, DateTimeOffset at, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(at);
        foreach (var row in await db.Set<DoubleRegistration>().Where(r => r.PersonId == personId && r.EndedOn == null).ToListAsync(cancel))
        {
            row.EndedOn = today;
        }

        var open = db.Set<PositionClaim>().Where(c => c.EndedOn == null && db.Set<DoubleRegistration>().Any(r => r.Id == c.RegistrationId && r.PersonId == personId));
        foreach (var claim in await open.ToListAsync(cancel))
        {
            claim.EndedOn = today;
        }
    }
}
