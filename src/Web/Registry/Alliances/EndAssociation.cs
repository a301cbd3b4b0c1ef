using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>An end with its last day and its reason.</summary>
public sealed record EndWithReasonInput : ChangeInput
{
    public DateOnly? LastDay { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Ends an association; memberships and posts in it end with it, the record of its work stays.</summary>
internal sealed class EndAssociation(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndAssociation);

    public async Task<Outcome<Done>> Execute(Guid id, EndWithReasonInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await db.LivingAssociation(id, context.Actor, cancel) is not { } organisation)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var founded = await db.Set<Association>().Where(a => a.OrganisationId == id).Select(a => (DateOnly?)a.FoundedOn).FirstOrDefaultAsync(cancel);
        var (last, reason) = Read(input, founded, ChinaTime.DayOf(context.At), faults);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        organisation.EndedOn = last;
        foreach (var member in await db.Set<AssociationMember>().Where(m => m.AssociationId == id && m.LeftOn == null).ToListAsync(cancel))
        {
            member.LeftOn = last < member.JoinedOn ? member.JoinedOn : last;
            member.LeaveReason = reason;
        }

        foreach (var post in await db.Set<PostHeld>().Where(p => p.OrganisationId == id && p.EndedOn == null && (p.EndsOn == null || p.EndsOn > last)).ToListAsync(cancel))
        {
            post.EndedOn = last;
        }

        var saved = await changes.Save(context with { Reason = reason }, Process, "Organisation", id, new { last }, cancel);
        return saved.Then(_ => Done.It);
    }

    /// <summary>A last day that has come and does not lie before the beginning, and a reason.</summary>
    internal static (DateOnly Last, string Reason) Read(EndWithReasonInput input, DateOnly? began, DateOnly today, Faults faults)
    {
        var last = faults.Day(nameof(input.LastDay), input.LastDay, today);
        faults.AddIf(last > today, new EndLiesInTheFuture(nameof(input.LastDay)));
        faults.AddIf(input.LastDay is not null && last < began, new EndLiesBeforeBeginning(nameof(input.LastDay)));
        return (last, faults.Line(nameof(input.Reason), input.Reason, 200));
    }
}
