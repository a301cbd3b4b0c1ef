using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Consents;

/// <summary>A purpose that needs consent, and how the actor stands to it.</summary>
/// <param name="Purpose">Its text as it reads now.</param>
/// <param name="State">Given, withdrawn, never asked, or to be asked anew.</param>
/// <param name="At">When the last word was said.</param>
public sealed record ConsentView(ConsentPurpose Purpose, ConsentState State, DateTimeOffset? At);

/// <summary>One word of the log; who wrote it down, on which day it was said and before whom, where the person did not say it here.</summary>
public sealed record ConsentWord(
    string Purpose, int Version, bool Given, DateTimeOffset At, ConsentWay Way = ConsentWay.Self, string? RecordedAs = null, DateOnly? SaidOn = null, string? Witness = null);

/// <summary>The actor's own consents and the log of every word about them.</summary>
internal sealed class MyConsents(LinliDb db)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<ConsentView>> Execute(Actor actor, CancellationToken cancel)
    {
        var log = await Log(actor, cancel);
        return [.. ConsentPurposes.BuiltIn.Select(purpose => log.FirstOrDefault(word => word.Purpose == purpose.Code) is { } last
            ? new ConsentView(purpose, purpose.StateAfter(last.Version, last.Given), last.At)
            : new ConsentView(purpose, ConsentState.NotGiven, null))];
    }

    public async Task<IReadOnlyList<ConsentWord>> Log(Actor actor, CancellationToken cancel) => await db.Set<Consent>().AsNoTracking()
        .Where(c => c.PersonId == actor.PersonId).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most)
        .Select(c => new ConsentWord(c.Purpose, c.Version, c.Given, c.At, c.Way, c.RecordedAs, c.SaidOn, c.Witness)).ToListAsync(cancel);
}
