using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Consents;

/// <summary>The mark of Party membership rests on consent.</summary>
internal sealed class PartyMarkGoes(LinliDb db) : IRestsOnConsent
{
    public string Purpose => ConsentPurposes.PartyMark;

    public async Task Remove(Guid personId, DateTimeOffset at, CancellationToken cancel)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId && p.PartyMember, cancel) is { } member)
        {
            member.PartyMember = false;
        }
    }
}
