using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

/// <summary>Language and large text follow the person to the next device: kept with the account, set again at sign-in.</summary>
internal sealed class DisplayChoices(LinliDb db, Accounts accounts, CurrentActor current)
{
    public async Task KeepLanguage(string language, CancellationToken cancel)
    {
        if (current.Actor is { } actor)
        {
            (await accounts.Of(actor.PersonId, cancel)).Language = language;
            await db.SaveChangesAsync(cancel);
        }
    }

    public async Task KeepLargeText(bool large, CancellationToken cancel)
    {
        if (current.Actor is { } actor)
        {
            (await accounts.Of(actor.PersonId, cancel)).LargeText = large;
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Shows this browser's pages as the person has chosen elsewhere; what was never chosen stays as it is here.</summary>
    public async Task Apply(HttpContext http, Guid personId, CancellationToken cancel)
    {
        var chosen = await db.Set<Account>().AsNoTracking().Where(a => a.Id == personId)
            .Select(a => new { a.Language, a.LargeText }).SingleOrDefaultAsync(cancel);
        if (chosen?.Language is { } language)
        {
            Display.Keep(http, Display.LanguageCookie, language);
        }

        if (chosen?.LargeText == true)
        {
            Display.Keep(http, Display.ModeCookie, Display.Elder);
        }
    }
}
