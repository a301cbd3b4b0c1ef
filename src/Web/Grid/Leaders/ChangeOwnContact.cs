using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Leaders;

/// <summary>The own number, as the holder of the post changes it.</summary>
public sealed record OwnContactInput : ChangeInput
{
    /// <summary>Empty: none is published any more. Left out, nothing is meant.</summary>
    public required string? ContactPhone { get; init; }
}

/// <summary>A captain changes the number that the own households are told, or publishes none any more.</summary>
internal sealed class ChangeOwnContact(LinliDb db, Changes changes)
{
    private const string Process = nameof(ChangeOwnContact);

    public async Task<Outcome<Done>> Execute(OwnContactInput input, ProcessContext context, CancellationToken cancel)
    {
        if (Platform.Access.Scope.Of(context.Actor, Domain.Registry.Permission.LookAfterHouseholds).IsNothing)
        {
            return new NotFound();
        }

        context = context.On(context.Actor.Capacity!.Id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var post = context.Actor.Capacity!.Id;
        if (await db.Set<Leader>().FirstOrDefaultAsync(l => l.PostId == post, cancel) is not { } leader)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var phone = faults.ContactPhone(input.ContactPhone);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        LeaderDesk.Note(db, leader, phone, null, null, context);
        var saved = await changes.Save(context, Process, "Post", post, new { field = nameof(leader.ContactPhone) }, cancel);
        return saved.Then(_ => Done.It);
    }
}
