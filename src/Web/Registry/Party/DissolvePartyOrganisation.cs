using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>When and why an organisation is dissolved.</summary>
public sealed record DissolveInput : ChangeInput
{
    public DateOnly? LastDay { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Dissolves a Party organisation that nobody belongs to any more and below which none stands.</summary>
internal sealed class DissolvePartyOrganisation(LinliDb db, Changes changes)
{
    private const string Process = nameof(DissolvePartyOrganisation);

    public async Task<Outcome<Done>> Execute(Guid id, DissolveInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Who joins or hangs something below it at this moment waits for the answer.
        await db.Database.ExecuteSqlAsync($"select 1 from registry.organisations where id = {id} for update", cancel);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var organisation = await db.PartyOrganisations(context.Actor, Permission.ManageParty).FirstOrDefaultAsync(o => o.Id == id, cancel);
        if (organisation is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        faults.AddIf(organisation.EndedOn is not null, new HasEndedAlready());
        var last = faults.Day(nameof(input.LastDay), input.LastDay, today);
        faults.AddIf(input.LastDay is not null && last > today, new DayLiesAhead(nameof(input.LastDay)));
        faults.AddIf(input.LastDay is not null && last < organisation.FoundedOn, new EndLiesBeforeBeginning(nameof(input.LastDay)));
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        await CheckEmpty(id, today, faults, cancel);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (organisation.EndedOn, organisation.EndReason) = (last, reason);
        var saved = await changes.Save(context, Process, "Organisation", id, new { last }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return Done.It;
    }

    private async Task CheckEmpty(Guid id, DateOnly today, Faults faults, CancellationToken cancel)
    {
        var members = await db.Set<PartyMembership>().NotOver(today).CountAsync(m => m.OrganisationId == id, cancel);
        var below = await db.Set<Organisation>().CountAsync(o => o.ParentId == id && Terms.NotOver(o.EndedOn, today), cancel);
        var posts = await db.Set<PostHeld>().CountAsync(
            p => p.OrganisationId == id && Terms.NotOver(p.LastDay, today), cancel);
        foreach (var refusal in PartyTree.CheckDissolving(members, below, posts))
        {
            faults.Add(refusal);
        }
    }
}

/// <summary>What has happened lies on a day that has come.</summary>
public sealed record DayLiesAhead(string Input) : Refusal
{
    public override string? Field => Input;
}
