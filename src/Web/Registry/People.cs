using Linli.Domain.Registry;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

internal sealed class People(LinliDb db, PersonalCipher cipher) : IPeople
{
    public async Task<Guid?> FindByPhone(PhoneNumber phone, CancellationToken cancel)
    {
        var index = cipher.PhoneIndex(phone.Digits);
        return await db.Set<Person>().Where(p => p.PhoneIndex == index).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel);
    }
}
