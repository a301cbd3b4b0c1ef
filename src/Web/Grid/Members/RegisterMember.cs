using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Grid.Members;

/// <summary>What a Party member registers with.</summary>
public sealed record MemberInput : ChangeInput
{
    /// <summary>Whom a branch registers; left empty by members who register themselves.</summary>
    public string? PhoneNumber { get; init; }

    public string? WorkUnit { get; init; }

    public string? Skills { get; init; }

    /// <summary>What the member offers to do.</summary>
    public string? Services { get; init; }

    public int? HoursAMonth { get; init; }
}

/// <summary>报到: a Party member registers in the own compound and with it at its community; or the branch does it for the member.</summary>
internal sealed class RegisterMember(LinliDb db, NpgsqlDataSource database, Changes changes, IPeople people, IConsents consents)
{
    private const string Process = nameof(RegisterMember);

    public async Task<Outcome<Guid>> Execute(string? compoundCode, MemberInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode ?? string.Empty);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await Place(compoundCode, context.Actor, cancel) is not { } place)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var facts = faults.Take(RegistrationFacts.Read(input.WorkUnit, input.Skills, input.Services, input.HoursAMonth));
        var person = place.ByMember ? context.Actor.PersonId : await ByNumber(input.PhoneNumber, place.Id, faults, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await consents.Hold(person, cancel);
        // A branch knows its members; a member's own word alone registers nobody.
        faults.AddIf(!faults.Any && place.ByMember && !await IsMember(person, context.At, cancel), new PersonIsNoPartyMember());
        faults.AddIf(!faults.Any && !place.ByMember && (await consents.WithdrawnBy([person], ConsentPurposes.PartyMark, cancel)).Count > 0, new MemberTookItBack());
        var known = await db.Set<DoubleRegistration>().FirstOrDefaultAsync(r => r.PersonId == person && r.CompoundId == place.Id, cancel);
        faults.AddIf(known is { EndedOn: null }, new MemberIsRegisteredAlready());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var row = known ?? db.Add(new DoubleRegistration { Id = context.RequestId, PersonId = person, CompoundId = place.Id }).Entity;
        (row.WorkUnit, row.Skills, row.Services, row.HoursAMonth) = facts!;
        (row.RegisteredOn, row.EndedOn, row.RegisteredBy) = (ChinaTime.DayOf(context.At), null, context.Actor.PersonId);
        row.UnitReportId = await db.Set<UnitReport>().Where(r => r.CommunityId == place.Community && r.Name == row.WorkUnit).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel);
        var saved = await changes.Save(context, Process, "DoubleRegistration", row.Id, new { place.Id, byMember = place.ByMember }, cancel);
        if (!saved.Succeeded(out var made))
        {
            return Outcome<Guid>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return made.SubjectId;
    }

    private sealed record Compound(Guid Id, Guid Community, bool ByMember);

    // A member registers where the household is that he or she acts for; a branch where its post reaches.
    private async Task<Compound?> Place(string? code, Actor actor, CancellationToken cancel)
    {
        var byMember = actor.Capacity is { IsHousehold: true };
        code = string.IsNullOrWhiteSpace(code) ? null : code.Trim();
        var scope = Scope.Of(actor, byMember ? Permission.ReportTickets : Permission.ManageGrid);
        return scope.IsNothing ? null : (await database.Read(
            "select id, parent_id from registry.places where kind = 'Compound' and path like @pattern and " + (byMember ? "id = @own and (@code::text is null or code = @code::text)" : "code = @code::text"),
            row => new Compound(row.GetGuid(0), row.GetGuid(1), byMember),
            cancel, ("pattern", scope.SqlPattern), ("own", actor.Capacity!.PlaceId), ("code", code))).FirstOrNone();
    }

    private async Task<Guid> ByNumber(string? number, Guid compound, GridFaults faults, CancellationToken cancel)
    {
        if (faults.Take(PhoneNumber.Parse(number)) is not { } phone)
        {
            return default;
        }

        // Whether the number is unknown or somebody's elsewhere is not told.
        var person = await people.FindByPhone(phone, cancel);
        var lives = person is { } id && (await database.Read(
            """
            select 1 from registry.units u where u.compound_id = @compound and (
                exists (select from registry.ownerships o where o.unit_id = u.id and o.person_id = @person and o.until is null)
                or exists (select from registry.residencies r where r.unit_id = u.id and r.person_id = @person and r.until is null)) limit 1
            """, _ => true, cancel, ("compound", compound), ("person", id))).Count > 0;
        faults.AddIf(!lives, new NobodyLivesHereByThatNumber());
        return person ?? default;
    }

    private async Task<bool> IsMember(Guid person, DateTimeOffset at, CancellationToken cancel) => (await database.Read(
        "select 1 where registry.is_known_member(@person, @today)", _ => true, cancel, ("person", person), ("today", ChinaTime.DayOf(at)))).Count > 0;
}
