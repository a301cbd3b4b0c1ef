using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

internal sealed class Appointments(LinliDb db, PersonRegister people) : IAppointments
{
    public async Task<Outcome<Guid>> Put(Appointment appointment, ProcessContext context, CancellationToken cancel)
    {
        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == appointment.OrganisationId && o.EndedOn == null, cancel);
        if (organisation is null || !await IsAbout(organisation.PlaceId, appointment.PlaceId, cancel))
        {
            faults.Add(new ChoiceIsMissing(nameof(appointment.OrganisationId)));
        }

        var post = new PostHeld
        {
            Id = context.RequestId,
            Kind = appointment.Kind.Code,
            OrganisationId = organisation?.Id ?? default,
            PlaceId = appointment.PlaceId,
            StartsOn = faults.Day(nameof(appointment.FirstDay), appointment.FirstDay, today),
            EndsOn = faults.OptionalDay(nameof(appointment.LastDay), appointment.LastDay, today),
        };
        if (!faults.Any)
        {
            faults.Take(Post.Of(appointment.Kind, organisation!.Kind, post.StartsOn, post.EndsOn));
        }

        // Without a number nobody could sign in and do what the post is for.
        faults.Take(PhoneNumber.Parse(appointment.PhoneNumber));
        var person = faults.Any ? null : await people.FindOrAdd(new Named(appointment.Name, appointment.PhoneNumber), context, faults, cancel);
        // Whoever fills posts does not thereby come to see more: that takes a second pair of eyes.
        faults.AddIf(person?.Id == context.Actor.PersonId && !context.Actor.May(appointment.Kind.Permissions), new PostGivesMoreThanYouHold());
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        post.PersonId = person!.Id;
        db.Add(post);
        return post.Id;
    }

    public async Task<Outcome<Done>> PutTerm(Guid postId, DateOnly? lastDay, ProcessContext context, CancellationToken cancel)
    {
        var post = await db.Set<PostHeld>().SingleAsync(p => p.Id == postId, cancel);
        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        // A post that is over is given anew, not made longer.
        faults.AddIf(post.EndedOn is not null || !Terms.NotOver(post.LastDay, today), new HasEndedAlready());
        var last = faults.OptionalDay(nameof(EndInput.LastDay), lastDay, today);
        faults.AddIf(last < today, new EndLiesBeforeToday());
        if (!faults.Any && PostKinds.Find(post.Kind) is { } kind)
        {
            var organisation = await db.Set<Organisation>().Where(o => o.Id == post.OrganisationId).Select(o => o.Kind).SingleAsync(cancel);
            faults.Take(Post.Of(kind, organisation, post.StartsOn, last));
        }

        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        post.EndsOn = last;
        return Done.It;
    }

    public async Task<Outcome<Done>> PutEnd(Guid postId, DateOnly? lastDay, ProcessContext context, CancellationToken cancel)
    {
        var post = await db.Set<PostHeld>().SingleAsync(p => p.Id == postId, cancel);
        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        faults.AddIf(post.EndedOn is not null || post.EndsOn < today, new HasEndedAlready());
        var last = faults.Day(nameof(EndInput.LastDay), lastDay, today);
        faults.AddIf(!faults.Any && last < post.StartsOn, new EndLiesBeforeBeginning(nameof(EndInput.LastDay)));
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        post.EndedOn = last;
        return Done.It;
    }

    // An organisation of the place itself, of what it lies in, or of what lies in it.
    private async Task<bool> IsAbout(Guid seat, Guid place, CancellationToken cancel)
    {
        var paths = await db.Set<Place>().Where(p => p.Id == seat || p.Id == place).Select(p => new { p.Id, p.Path }).ToListAsync(cancel);
        var (at, about) = (paths.Single(p => p.Id == seat).Path, paths.Single(p => p.Id == place).Path);
        return new PlacePath(at).Covers(new PlacePath(about)) || new PlacePath(about).Covers(new PlacePath(at));
    }

    private sealed record Named(string? Name, string? PhoneNumber) : IPersonInput
    {
        public Guid? PersonId => null;

        public string? IdentityNumber => null;
    }
}
