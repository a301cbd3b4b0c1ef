using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>The further term of a post.</summary>
public sealed record ReappointmentInput : ChangeInput
{
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    public string? Basis { get; init; }

    /// <summary>The holder declares anew that there is no interest in the serving company.</summary>
    public bool DeclaresNoInterest { get; init; }
}

/// <summary>Gives somebody the same post for a further term (连任); both terms stay as history, the later one pointing back.</summary>
internal sealed class ReappointToPost(LinliDb db, Changes changes, PostChecks checks)
{
    private const string Process = nameof(ReappointToPost);

    public async Task<Outcome<Guid>> Execute(Guid postId, ReappointmentInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(postId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"select 1 from registry.organisations where id = (select organisation_id from registry.posts where id = {postId}) for update", cancel);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var places = db.Places(context.Actor, Permission.ManageRegistry).Select(p => p.Id);
        var held = await db.Set<PostHeld>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == postId && places.Contains(p.PlaceId), cancel);
        if (held is null)
        {
            return new NotFound();
        }

        var organisation = await db.Set<Organisation>().FirstAsync(o => o.Id == held.OrganisationId, cancel);
        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        faults.AddIf(!Terms.NotOver(organisation.EndedOn, today), new HasEndedAlready());
        var post = new PostHeld
        {
            Id = context.RequestId,
            PersonId = held.PersonId,
            OrganisationId = held.OrganisationId,
            Kind = held.Kind,
            PlaceId = held.PlaceId,
            StartsOn = faults.Day(nameof(input.FirstDay), input.FirstDay, today),
            EndsOn = faults.OptionalDay(nameof(input.LastDay), input.LastDay, today),
            BegunBy = PostBeginning.Reappointed,
            Basis = faults.OptionalLine(nameof(input.Basis), input.Basis, 200),
            PreviousId = held.Id,
            DeclaredOn = input.DeclaresNoInterest ? today : null,
        };
        var kind = PostKinds.Find(held.Kind);
        if (!faults.Any && kind is not null)
        {
            faults.Take(Post.Of(kind, organisation.Kind, post.StartsOn, post.EndsOn));
        }

        // A further term of a power is given by whoever could give it in the first place.
        faults.AddIf(kind is null || !AppointToPost.MayGive(kind, context.Actor), new PostGivesMoreThanYouHold());
        AppointToPost.CheckSelf(post, context, faults);
        await checks.Check(post, organisation, context.Actor, faults, cancel);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(post);
        var saved = await changes.Save(context, Process, "Post", post.Id, new { post.PersonId, post.OrganisationId, post.Kind, previous = held.Id }, cancel);
        if (saved.Succeeded(out var made))
        {
            await transaction.CommitAsync(cancel);
            return made.SubjectId;
        }

        return Outcome<Guid>.Refused(saved.Refusals);
    }
}
