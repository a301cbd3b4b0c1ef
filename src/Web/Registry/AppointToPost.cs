using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Party;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Who holds which post, where and for how long.</summary>
public sealed record AppointmentInput : ChangeInput, IPersonInput
{
    /// <summary>Code of the kind of post.</summary>
    public string? PostKind { get; init; }

    public Guid? PersonId { get; init; }

    public string? Name { get; init; }

    public string? PhoneNumber { get; init; }

    public string? IdentityNumber { get; init; }

    /// <summary>Code of the place that the post covers; empty: the organisation's own.</summary>
    public string? PlaceCode { get; init; }

    public DateOnly? FirstDay { get; init; }

    /// <summary>Last day of the term; empty when it has none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>How it was come by; empty: appointed.</summary>
    public PostBeginning? BegunBy { get; init; }

    /// <summary>The document that it rests on.</summary>
    public string? Basis { get; init; }

    /// <summary>The holder declares that neither he or she nor a near relative has an interest in the serving company.</summary>
    public bool DeclaresNoInterest { get; init; }
}

/// <summary>Appoints a person to a post (任职) of an organisation. Guarded powers are given only by those who stand over the post.</summary>
internal sealed class AppointToPost(LinliDb db, Changes changes, PersonRegister people, PostChecks checks)
{
    private const string Process = nameof(AppointToPost);

    public async Task<Outcome<Guid>> Execute(Guid organisationId, AppointmentInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(organisationId);
        // Two who fill the same post at once wait for each other.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select 1 from registry.organisations where id = {organisationId} for update", cancel);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var organisation = await db.Organisations(context.Actor, Permission.ManageRegistry)
            .OpenOn(ChinaTime.DayOf(context.At)).FirstOrDefaultAsync(o => o.Id == organisationId, cancel);
        if (organisation is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        var post = new PostHeld
        {
            Id = context.RequestId,
            OrganisationId = organisation.Id,
            StartsOn = faults.Day(nameof(input.FirstDay), input.FirstDay, today),
            EndsOn = faults.OptionalDay(nameof(input.LastDay), input.LastDay, today),
            BegunBy = input.BegunBy ?? PostBeginning.Appointed,
            Basis = faults.OptionalLine(nameof(input.Basis), input.Basis, 200),
            DeclaredOn = input.DeclaresNoInterest ? today : null,
        };
        CheckKind(post, organisation, input, context, faults);
        post.PlaceId = await PlaceOf(organisation, input, context, faults, cancel);
        post.PersonId = (await people.FindOrAdd(input, context, faults, cancel))?.Id ?? default;
        CheckSelf(post, context, faults);
        await checks.Check(post, organisation, context.Actor, faults, cancel);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(post);
        var saved = await changes.Save(context, Process, "Post", post.Id, new { post.PersonId, post.OrganisationId, post.Kind, post.PlaceId }, cancel);
        if (saved.Succeeded(out var made))
        {
            await transaction.CommitAsync(cancel);
            return made.SubjectId;
        }

        return Outcome<Guid>.Refused(saved.Refusals);
    }

    internal static void CheckKind(PostHeld post, Organisation organisation, AppointmentInput input, ProcessContext context, Faults faults)
    {
        if (PostKinds.Find(input.PostKind) is not { } kind)
        {
            faults.Add(new ChoiceIsMissing(nameof(input.PostKind)));
            return;
        }

        post.Kind = kind.Code;
        faults.Take(Post.Of(kind, organisation.Kind, post.StartsOn, post.EndsOn));
        faults.AddIf(!MayGive(kind, context.Actor), new PostGivesMoreThanYouHold());
    }

    /// <summary>Guarded powers are given by those who have authority over the post's level.</summary>
    internal static bool MayGive(PostKind kind, Actor actor) => actor.IsSystem || kind.MayBeGivenBy(PostKinds.Find(actor.Capacity?.PostKind));

    // Whoever fills posts does not thereby come to see more: residents' numbers and tickets take a second pair of eyes.
    internal static void CheckSelf(PostHeld post, ProcessContext context, Faults faults)
    {
        var gained = PostKinds.Find(post.Kind)?.Permissions ?? Permission.None;
        faults.AddIf(
            !faults.Any && !context.Actor.IsSystem && post.PersonId == context.Actor.PersonId && !context.Actor.May(gained),
            new PostGivesMoreThanYouHold());
    }

    // A company at the edge of the scope may serve here: what counts is that the place lies in the scope.
    private async Task<Guid> PlaceOf(Organisation organisation, AppointmentInput input, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        var places = db.Places(context.Actor, Permission.ManageRegistry);
        var place = string.IsNullOrWhiteSpace(input.PlaceCode)
            ? await places.FirstOrDefaultAsync(p => p.Id == organisation.PlaceId, cancel)
            : await places.FirstOrDefaultAsync(p => p.Code == input.PlaceCode.Trim(), cancel);
        faults.AddIf(place is null, new PlaceIsNotKnown());
        return place?.Id ?? default;
    }
}
