using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>A unit with its owners and residents. Areas are in 0.01 m².</summary>
public sealed record UnitView
{
    public required string Code { get; init; }

    public required string Label { get; init; }

    public required string CompoundCode { get; init; }

    public required string CompoundName { get; init; }

    public required string Number { get; init; }

    public required UnitKind Kind { get; init; }

    public int? Floor { get; init; }

    public long? RegisteredArea { get; init; }

    public long? SurveyedArea { get; init; }

    public long? ContractArea { get; init; }

    public required Delivery Delivery { get; init; }

    /// <summary>To be sent back with a change.</summary>
    public required uint Version { get; init; }

    /// <summary>Owners, those of today first; null when the capacity may not see people.</summary>
    public IReadOnlyList<OwnerView>? Owners { get; init; }

    /// <summary>Residents, those of today first; null when the capacity may not see people.</summary>
    public IReadOnlyList<ResidentView>? Residents { get; init; }

    public required bool MayManage { get; init; }
}

public sealed record OwnerView
{
    public required Guid Id { get; init; }

    public Guid? PersonId { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>Null for a person who is only stored (PIPL 47): that there is an owner is told, not who.</summary>
    public string? Name { get; init; }

    public string? PhoneMasked { get; init; }

    public required int ShareNumerator { get; init; }

    public required int ShareDenominator { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; init; }

    public required bool IsPast { get; init; }
}

/// <summary>A resident; without person, name and number where he or she is only stored.</summary>
public sealed record ResidentView(Guid Id, Guid? PersonId, string? Name, string? PhoneMasked, Relation Relation, DateOnly Since, DateOnly? Until, bool IsPast);

internal sealed class ShowUnit(LinliDb db, TimeProvider clock)
{
    public async Task<UnitView?> Execute(string code, Actor actor, CancellationToken cancel)
    {
        if (await db.UnitByCode(code, actor, Permission.ViewRegistry, cancel) is not { } found)
        {
            return null;
        }

        var (unit, compound) = found;
        var seesPeople = Scope.Of(actor, Permission.ViewPeople).Covers(compound.Path);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        return new UnitView
        {
            Code = unit.Code,
            Label = unit.Label,
            CompoundCode = compound.Code,
            CompoundName = compound.Name,
            Number = unit.Number,
            Kind = unit.Kind,
            Floor = unit.Floor,
            RegisteredArea = unit.RegisteredArea,
            SurveyedArea = unit.SurveyedArea,
            ContractArea = unit.ContractArea,
            Delivery = unit.Delivery,
            Version = unit.Version,
            Owners = seesPeople ? await Owners(unit.Id, today, cancel) : null,
            Residents = seesPeople ? await Residents(unit.Id, today, cancel) : null,
            MayManage = Scope.Of(actor, Permission.ManageRegistry).Covers(compound.Path),
        };
    }

    private async Task<IReadOnlyList<OwnerView>> Owners(Guid unitId, DateOnly today, CancellationToken cancel) => await (
        from ownership in db.Set<Ownership>().AsNoTracking()
        join person in db.Set<Person>() on ownership.PersonId equals person.Id into people
        from person in people.DefaultIfEmpty()
        join organisation in db.Set<Organisation>() on ownership.OrganisationId equals organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        where ownership.UnitId == unitId
        orderby !Terms.NotOver(ownership.Until, today), ownership.Since, ownership.Id
        select new OwnerView
        {
            Id = ownership.Id,
            PersonId = person != null && person.RestrictedAt != null ? null : ownership.PersonId,
            OrganisationId = ownership.OrganisationId,
            Name = person == null ? organisation.Name : person.RestrictedAt != null ? null : person.Name,
            PhoneMasked = person != null && person.RestrictedAt == null ? person.PhoneMasked : null,
            ShareNumerator = ownership.ShareNumerator,
            ShareDenominator = ownership.ShareDenominator,
            Since = ownership.Since,
            Until = ownership.Until,
            IsPast = !Terms.NotOver(ownership.Until, today),
        }).ToListAsync(cancel);

    private async Task<IReadOnlyList<ResidentView>> Residents(Guid unitId, DateOnly today, CancellationToken cancel) => await (
        from residency in db.Set<Residency>().AsNoTracking()
        join person in db.Set<Person>() on residency.PersonId equals person.Id
        where residency.UnitId == unitId
        orderby !Terms.NotOver(residency.Until, today), residency.Since, residency.Id
        select new ResidentView(
            residency.Id, person.RestrictedAt != null ? null : person.Id, person.RestrictedAt != null ? null : person.Name,
            person.RestrictedAt != null ? null : person.PhoneMasked, residency.Relation, residency.Since, residency.Until,
            !Terms.NotOver(residency.Until, today))).ToListAsync(cancel);
}
