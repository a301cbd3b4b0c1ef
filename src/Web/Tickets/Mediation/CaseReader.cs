using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Reads the parts of a case that has been opened for somebody. Sealed texts are opened here and nowhere else but in the documents made of them.</summary>
internal sealed class CaseReader(LinliDb db, MediationSeal seal)
{
    /// <summary>What was agreed; null before it is drafted, and where it came to nothing.</summary>
    public async Task<MediatedAgreementView?> Agreement(CaseFile file, Actor actor, CancellationToken cancel)
    {
        if (file.Case.Form is not { } form || Hides(actor, file) || file.Case.State is not (MediationState.Drafted or MediationState.FollowUp or MediationState.Closed))
        {
            return null;
        }

        var names = file.Parties.ToDictionary(party => party.Id, party => seal.Open(party.Name));
        var promises = await db.Set<MediationCommitment>().AsNoTracking().Where(c => c.CaseId == file.Case.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        DateOnly? concluded = file.Case.ConcludedAt is { } at ? ChinaTime.DayOf(at) : null;
        return new MediatedAgreementView(
            form, seal.Open(file.Case.Terms), [.. promises.Select(p => new CommitmentView(p.PartyId, names[p.PartyId], seal.Open(p.Text), p.DueOn))],
            file.Case.ConcludedAt, concluded is { } day ? MediationRules.On(day).ConfirmationUntil(day) : null);
    }

    public async Task<IReadOnlyList<MediationSession>> Sessions(CaseFile file, Actor actor, CancellationToken cancel) =>
        Hides(actor, file) ? [] : await db.Set<MediationSession>().AsNoTracking().Where(s => s.CaseId == file.Case.Id).OrderBy(s => s.At).ToListAsync(cancel);

    public async Task<IReadOnlyList<MediationVisit>> Visits(CaseFile file, Actor actor, CancellationToken cancel) =>
        Hides(actor, file) ? [] : await db.Set<MediationVisit>().AsNoTracking().Where(v => v.CaseId == file.Case.Id).OrderBy(v => v.DueOn).ThenBy(v => v.Id).ToListAsync(cancel);

    public async Task<IReadOnlyList<CaseStepView>> Steps(CaseFile file, Actor actor, CancellationToken cancel)
    {
        if (Hides(actor, file))
        {
            return [];
        }

        var steps = await db.Set<MediationStep>().AsNoTracking().Where(s => s.CaseId == file.Case.Id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancel);
        var names = await Names(steps.Select(step => step.PersonId).OfType<Guid>(), actor, cancel);
        return [.. steps.Select(s => new CaseStepView(s.At, s.Act, s.State, s.PersonId is { } person ? names.GetValueOrDefault(person) : null, s.ActedAs))];
    }

    /// <summary>The mediators of the case by name.</summary>
    public async Task<IReadOnlyList<CaseMediatorView>> Mediators(CaseFile file, Actor actor, CancellationToken cancel)
    {
        var standing = file.Mediators.Where(mediator => mediator.Until is null).ToArray();
        var names = Hides(actor, file) ? [] : await Names(standing.Select(mediator => mediator.PersonId), actor, cancel);
        return [.. standing.Where(m => names.ContainsKey(m.PersonId)).Select(m => new CaseMediatorView(m.PersonId, names[m.PersonId], m.ActedAs, m.SignedAt))];
    }

    private static bool Hides(Actor actor, CaseFile file) =>
        (MediationAccess.RolesOf(actor, file) & (MediationRoles.Mediator | MediationRoles.Party)) == MediationRoles.None;

    private async Task<Dictionary<Guid, string>> Names(IEnumerable<Guid> people, Actor actor, CancellationToken cancel)
    {
        var ids = people.Append(actor.PersonId).Distinct().ToArray();
        return (await db.Database.SqlQuery<Named>($"""select id as "Id", name as "Name" from registry.people where id = any({ids})""").ToListAsync(cancel))
            .ToDictionary(named => named.Id, named => named.Name);
    }

    private sealed record Named(Guid Id, string Name);
}
