using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Grid.Leaders;

/// <summary>A captain or grid leader whom the actor may manage.</summary>
internal sealed record FoundLeader(Leader Row, PlacePath Compound, Guid PersonId, bool IsHeld, DateOnly? LastDay);

/// <summary>What acts on captains and their households have in common.</summary>
internal sealed class LeaderDesk(LinliDb db, NpgsqlDataSource database, IPlaces places)
{
    /// <summary>The leader; null outside the scope.</summary>
    public async Task<FoundLeader?> Find(Guid? postId, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Set<Leader>().FirstOrDefaultAsync(l => l.PostId == postId, cancel);
        if (row is null || await places.PathOf(row.PlaceId, cancel) is not { } compound || !Scope.Of(actor, Permission.ManageGrid).Covers(compound))
        {
            return null;
        }

        var (person, held, last) = (await database.Read(
            $"select person_id, {GridSql.IsHeld("p")}, last_day from registry.posts p where id = @id", post => (post.GetGuid(0), post.GetBoolean(1), post.DayOrNull(2)), cancel,
            ("id", row.PostId), ("today", ChinaTime.DayOf(now)))).Single();
        return new FoundLeader(row, compound, person, held, last);
    }

    /// <summary>Writes down what was changed, and changes the number; nothing where nothing differs.</summary>
    public static void Note(LinliDb db, Leader leader, string? phone, (DateOnly? Old, DateOnly? New)? term, string? reason, ProcessContext context)
    {
        void Add(LeaderChangeKind what) => db.Add(new LeaderChange
        {
            Id = Guid.CreateVersion7(context.At), PostId = leader.PostId, At = context.At, ById = context.Actor.PersonId, ByAs = CapacityNames.ForRecord(context.Actor.Capacity!),
            What = what, OldTerm = what == LeaderChangeKind.Term ? term?.Old : null, NewTerm = what == LeaderChangeKind.Term ? term?.New : null, Reason = reason,
        });
        if (leader.ContactPhone != phone)
        {
            Add(LeaderChangeKind.Phone);
        }

        if (term is not null)
        {
            Add(LeaderChangeKind.Term);
        }

        leader.ContactPhone = phone;
        // The row's version moves with every change, so that of two at once one is asked to look again.
        db.Entry(leader).Property(l => l.ContactPhone).IsModified = true;
    }

    /// <summary>Begins charges over households that have nobody; refused if one of them has.</summary>
    public async Task<Outcome<Done>> Give(IReadOnlyList<Guid> households, Leader to, Actor actor, DateTimeOffset at, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ManageGrid).IsNothing)
        {
            return new Platform.Changes.NotAllowedInThisCapacity();
        }

        var known = await db.Set<ChargeHeld>().AsNoTracking().Where(c => c.Role == to.Role && households.Contains(c.UnitId)).ToListAsync(cancel);
        var begun = Charges.Assign([.. known.Select(c => c.Rule)], households, to.PostId, ChinaTime.DayOf(at));
        if (begun.IsRefused)
        {
            return Outcome<Done>.Refused(begun.Refusals);
        }

        db.AddRange(begun.Value.Select(charge => new ChargeHeld
        {
            Id = Guid.CreateVersion7(at), UnitId = charge.Household, PostId = charge.Post, Role = to.Role, Since = charge.Since, Until = charge.Until,
        }));
        return Done.It;
    }
}
