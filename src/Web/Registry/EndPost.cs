using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>How, when and why a post ends before its term.</summary>
public sealed record EndPostInput : LastDayInput
{
    /// <summary>Empty: resigned.</summary>
    public PostEnding? EndedBy { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Ends a post before its term; what it allowed ends with that day.</summary>
internal sealed class EndPost(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndPost);

    public async Task<Outcome<Done>> Execute(Guid postId, EndPostInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(postId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var places = db.Places(context.Actor, Permission.ManageRegistry).Select(p => p.Id);
        var post = await db.Set<PostHeld>().FirstOrDefaultAsync(p => p.Id == postId && places.Contains(p.PlaceId), cancel);
        if (post is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var last = faults.LastDay(input, post.StartsOn, post.LastDay, ChinaTime.DayOf(context.At));
        var reason = faults.OptionalLine(nameof(input.Reason), input.Reason, 200);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (post.EndedOn, post.EndedBy, post.EndReason) = (last, input.EndedBy ?? PostEnding.Resigned, reason);
        var saved = await changes.Save(context, Process, "Post", post.Id, new { post.PersonId, last }, cancel);
        return saved.Then(_ => Done.It);
    }
}
