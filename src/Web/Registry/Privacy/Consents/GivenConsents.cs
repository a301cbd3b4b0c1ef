using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Consents;

internal sealed class GivenConsents(LinliDb db) : IConsents
{
    public Task<IReadOnlySet<Guid>> GivenBy(IReadOnlyCollection<Guid> people, string purpose, CancellationToken cancel) =>
        InState(ConsentState.Given, people, purpose, cancel);

    public Task<IReadOnlySet<Guid>> WithdrawnBy(IReadOnlyCollection<Guid> people, string purpose, CancellationToken cancel) =>
        InState(ConsentState.Withdrawn, people, purpose, cancel);

    public Task Hold(Guid person, CancellationToken cancel) => db.Database.CurrentTransaction is null
        ? throw new InvalidOperationException("Without a transaction nothing is held.")
        : db.Database.ExecuteSqlAsync($"select 1 from registry.people where id = {person} for no key update", cancel);

    private async Task<IReadOnlySet<Guid>> InState(ConsentState state, IReadOnlyCollection<Guid> people, string purpose, CancellationToken cancel)
    {
        if (ConsentPurposes.Find(purpose) is not { } asked)
        {
            return new HashSet<Guid>();
        }

        var words = await db.Set<Consent>().AsNoTracking().Where(c => people.Contains(c.PersonId) && c.Purpose == purpose)
            .Select(c => new { c.PersonId, c.Version, c.Given, c.At, c.Id }).ToListAsync(cancel);
        return words.GroupBy(c => c.PersonId).Select(said => said.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).First())
            .Where(last => asked.StateAfter(last.Version, last.Given) == state).Select(last => last.PersonId).ToHashSet();
    }
}
