using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>What acts on an agreement have in common: opening it, what the actor is to it, telling the parties.</summary>
internal sealed class AgreementDesk(LinliDb db, Changes changes, Notifier notifier)
{
    public const string Subject = "agreement";

    /// <summary>An agreement as the actor finds it today.</summary>
    internal sealed record Open(Agreement Agreement, AgreementParty First, AgreementParty Second, AgreementRoles Roles, AgreementState State, DateOnly Today)
    {
        public AgreementParty Party(AgreementSide side) => side == AgreementSide.First ? First : Second;
    }

    public async Task<Open?> Find(Guid id, ProcessContext context, CancellationToken cancel)
    {
        var agreement = await db.AgreementsSeenBy(context.Actor).FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (agreement is null)
        {
            return null;
        }

        var (first, second) = await AgreementParties.Of(db, agreement.FirstPartyId, agreement.SecondPartyId, cancel);
        var today = ChinaTime.DayOf(context.At);
        return new Open(agreement, first!, second!, RolesOf(context.Actor, first!, second!), StateOn(agreement, today), today);
    }

    /// <summary>The state that holds on the day.</summary>
    public static AgreementState StateOn(Agreement a, DateOnly today) =>
        AgreementFlow.On(a.State, a.StartsOn, a.EndsOn, today, AgreementLeadTimes.On(today).ExpiringDaysBefore);

    /// <summary>Who acts for a party is that party's alone; whoever looks after alliances where a party lies is the community.</summary>
    public static AgreementRoles RolesOf(Actor actor, AgreementParty first, AgreementParty second)
    {
        if (actor.IsSystem)
        {
            return AgreementRoles.System;
        }

        if (actor.Capacity is { Kind: CapacityKind.Post, OrganisationId: { } own } post && (own == first.Id || own == second.Id))
        {
            var signs = post.PostKind is { } kind && AgreementRules.SigningPosts.Contains(kind) && actor.May(Permission.ViewRegistry);
            return !signs ? AgreementRoles.None : own == first.Id ? AgreementRoles.First : AgreementRoles.Second;
        }

        var scope = Scope.Of(actor, Permission.ManageAlliances);
        return scope.Covers(first.Path) || scope.Covers(second.Path) ? AgreementRoles.Community : AgreementRoles.None;
    }

    /// <summary>Takes back what was signed: another text is another agreement.</summary>
    public static void Unsign(Agreement a)
    {
        (a.FirstSignedBy, a.FirstSignedAt, a.FirstSignedAs) = (null, null, null);
        (a.SecondSignedBy, a.SecondSignedAt, a.SecondSignedAs) = (null, null, null);
    }

    /// <summary>Tells the authorised people of the parties, leaving out who acted.</summary>
    public async Task Tell(Open open, ProcessContext context, string kind, CancellationToken cancel, params AgreementSide[] sides)
    {
        var people = new List<Guid>();
        foreach (var side in sides)
        {
            people.AddRange(await AgreementParties.SecretariesOf(db, open.Party(side).Id, open.Today, cancel));
        }

        Tell(open, context, kind, people);
    }

    public void Tell(Open open, ProcessContext context, string kind, IEnumerable<Guid> people) => notifier.Tell(
        people.Where(p => p != context.Actor.PersonId), kind, new() { ["Title"] = open.Agreement.Title }, LinkTo(open.Agreement.Id), context.At);

    public async Task<Outcome<Done>> Save(Open open, ProcessContext context, string process, object details, CancellationToken cancel)
    {
        // What hangs on the agreement moves its version too, so that nobody signs another text than was shown.
        db.Entry(open.Agreement).Property(a => a.State).IsModified = true;
        var saved = await changes.Save(context, process, Subject, open.Agreement.Id, details, cancel);
        return saved.Then(_ => Done.It);
    }

    public static string LinkTo(Guid id) => $"/registry/agreements/{id}";
}
