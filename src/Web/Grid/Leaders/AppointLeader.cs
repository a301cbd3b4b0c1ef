using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Grid.Leaders;

/// <summary>Who becomes captain or grid leader, for how long, and with which households.</summary>
public sealed record LeaderInput : HouseholdsInput
{
    public LeaderRole? Role { get; init; }

    public string? Name { get; init; }

    /// <summary>The holder's own number, to sign in with; never shown to households.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The number that households are told, if the holder agrees.</summary>
    public string? ContactPhone { get; init; }

    public Guid? OrganisationId { get; init; }

    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>Whose deputy; a deputy takes no households.</summary>
    public Guid? DeputyOf { get; init; }

    /// <summary>The micro-grid that is led; its households without anybody come with it.</summary>
    public Guid? GridId { get; init; }
}

/// <summary>Appoints a building captain, a micro-grid leader or a deputy, and gives the households in the same change.</summary>
internal sealed class AppointLeader(
    LinliDb db, NpgsqlDataSource database, GridPlaces places, IAppointments appointments, HouseholdsOf households, LeaderDesk desk, Changes changes)
{
    private const string Process = nameof(AppointLeader);

    public async Task<Outcome<Guid>> Execute(string compoundCode, LeaderInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await places.Compound(compoundCode, context.Actor, Permission.ManageGrid, cancel) is not { } compound)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var role = input.Role is { } given && Enum.IsDefined(given) ? given : default;
        faults.AddIf(input.Role is null || !Enum.IsDefined(input.Role.Value), new GridChoiceIsMissing(nameof(input.Role)));
        var leader = new Leader { PostId = context.RequestId, Role = role, PlaceId = compound.Id, ContactPhone = faults.ContactPhone(input.ContactPhone) };
        await CheckDeputy(leader, input, compound, faults, context, cancel);
        await CheckGrid(leader, input, faults, context, cancel);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var post = await appointments.Put(
            new Appointment(role.PostKind(), input.OrganisationId, compound.Id, input.Name, input.PhoneNumber, input.FirstDay, input.LastDay), context, cancel);
        if (post.IsRefused)
        {
            return Outcome<Guid>.Refused(post.Refusals);
        }

        db.Add(leader);
        var given2 = await Give(leader, input, compound, context, cancel);
        if (given2.IsRefused)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(given2.Refusals);
        }

        var saved = await changes.Save(context, Process, "Post", leader.PostId, new { role, compound.Id, leader.DeputyOf, leader.GridId }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    private async Task CheckDeputy(Leader leader, LeaderInput input, GridPlace compound, GridFaults faults, ProcessContext context, CancellationToken cancel)
    {
        if (input.DeputyOf is not { } main)
        {
            return;
        }

        var found = await desk.Find(main, context.Actor, context.At, cancel);
        faults.AddIf(found is null || found.Row.PlaceId != compound.Id || found.Row.Role != leader.Role || found.Row.DeputyOf is not null, new GridChoiceIsMissing(nameof(input.DeputyOf)));
        leader.DeputyOf = main;
    }

    private async Task CheckGrid(Leader leader, LeaderInput input, GridFaults faults, ProcessContext context, CancellationToken cancel)
    {
        if (input.GridId is not { } id)
        {
            faults.AddIf(leader.Role == LeaderRole.MicroGrid && leader.DeputyOf is null, new GridChoiceIsMissing(nameof(input.GridId)));
            return;
        }

        var grid = await db.Set<GridUnit>().AsNoTracking().FirstOrDefaultAsync(
            g => g.Id == id && g.PlaceId == leader.PlaceId && g.EndedOn == null && (g.Kind == GridKind.Micro || g.Kind == GridKind.Special), cancel);
        faults.AddIf(grid is null || leader.Role != LeaderRole.MicroGrid || leader.DeputyOf is not null, new GridChoiceIsMissing(nameof(input.GridId)));
        var led = await database.Read(
            $"select 1 from grid.leaders l join registry.posts p on p.id = l.post_id where l.grid_id = @grid and l.deputy_of is null and {GridSql.IsHeld("p")}",
            _ => true, cancel, ("grid", id), ("today", ChinaTime.DayOf(context.At)));
        faults.AddIf(led.Count > 0, new GridHasALeader());
        leader.GridId = id;
    }

    // A captain may begin without households and be given them later; a deputy has none; a grid leader has the grid's.
    private async Task<Outcome<Done>> Give(Leader leader, LeaderInput input, GridPlace compound, ProcessContext context, CancellationToken cancel)
    {
        if (leader.DeputyOf is not null)
        {
            return Done.It;
        }

        var meant = leader.GridId is { } grid
            ? Outcome<IReadOnlyList<Guid>>.Of(await database.Read(
                Grids.GridHouseholds.Sql + " and not exists (select from grid.charges c where c.unit_id = u.id and c.role = 'MicroGrid' and c.until is null)",
                row => row.GetGuid(0), cancel, ("grid", grid)))
            : await households.Find(compound.Id, input, Scope.Of(context.Actor, Permission.ManageGrid), cancel);
        return !meant.Succeeded(out var units) ? Outcome<Done>.Refused(meant.Refusals)
            : units.Count == 0 ? Done.It
            : await desk.Give(units, leader, context.Actor, context.At, cancel);
    }
}
