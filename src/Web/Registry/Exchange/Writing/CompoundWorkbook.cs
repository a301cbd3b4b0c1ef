using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange.Writing;

/// <summary>What may be written: which compound, whose numbers whole, for what reason.</summary>
internal sealed record ExportedCompound(Place Compound, HashSet<Guid> Whole, string? Reason)
{
    public string Name => Compound.Name;

    /// <summary>Whether it says who is a Party member: to the branch and the community, not to the property company or the owners' committee.</summary>
    public required bool ShowsMarks { get; init; }
}

/// <summary>Writes what is registered of a compound into the sheets of the import, row by row as it is read.</summary>
internal sealed class CompoundWorkbook(
    LinliDb db, PersonalCipher cipher, IDoubleRegistrations registrations, ExportNote note, IStringLocalizer<ExchangeTexts> texts, TimeProvider clock)
{
    private sealed record Home(string Building, string? Entrance, string Number);

    /// <summary>Everybody whose numbers would stand in it.</summary>
    public async Task<IReadOnlyCollection<Guid>> PeopleOf(Place compound, Actor actor, CancellationToken cancel)
    {
        if (!Scope.Of(actor, Permission.ExportPersonalData).Covers(compound.Path))
        {
            return [];
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        // Whose data is only stored any more is nobody's to take out.
        var shown = db.People(actor, Permission.ExportPersonalData).Select(p => p.Id);
        return await Owners(compound, today).Where(o => o.PersonId != null).Select(o => o.PersonId!.Value)
            .Union(Residents(compound, today).Select(r => r.PersonId)).Union(Posts(compound, today).Select(p => p.PersonId)).Where(id => shown.Contains(id)).ToListAsync(cancel);
    }

    public async Task Write(Stream target, ExportedCompound export, Actor actor, CancellationToken cancel)
    {
        if (!Scope.Of(actor, Permission.ViewPeople).Covers(export.Compound.Path))
        {
            return;
        }

        using var workbook = new WorkbookWriter(target);
        var now = clock.GetUtcNow();
        Template.WriteGuide(workbook, export.Compound.Code, export.Compound.Name, SheetLayouts.For(actor), texts, note.Of(actor, now, export.Reason));
        var today = ChinaTime.DayOf(now);
        var places = await db.Set<Place>().AsNoTracking().Where(p => p.Path.StartsWith(export.Compound.Path)).ToDictionaryAsync(p => p.Id, cancel);
        WriteBuildings(workbook, places);
        await WriteUnits(workbook, export.Compound, places, cancel);
        await WriteOwners(workbook, export, places, today, cancel);
        await WriteResidents(workbook, export, places, today, cancel);
        await WriteOrganisations(workbook, export.Compound, today, cancel);
        await WriteContracts(workbook, export.Compound, cancel);
        await WritePosts(workbook, export, today, cancel);
        if (registrations.MayKeep(actor, new PlacePath(export.Compound.Path)))
        {
            await WriteRegistrations(workbook, export, places, await registrations.Of(export.Compound.Id, actor, cancel), today, cancel);
        }
    }

    private IQueryable<Ownership> Owners(Place compound, DateOnly today) => db.Set<Ownership>().AsNoTracking()
        .Where(o => Terms.NotOver(o.Until, today) && db.Set<Unit>().Any(u => u.Id == o.UnitId && u.CompoundId == compound.Id));

    private IQueryable<Residency> Residents(Place compound, DateOnly today) => db.Set<Residency>().AsNoTracking()
        .Where(r => Terms.NotOver(r.Until, today) && db.Set<Unit>().Any(u => u.Id == r.UnitId && u.CompoundId == compound.Id));

    private IQueryable<PostHeld> Posts(Place compound, DateOnly today) => db.Set<PostHeld>().AsNoTracking()
        .Where(p => p.PlaceId == compound.Id && p.EndedOn == null && Terms.NotOver(p.EndsOn, today));

    private static void WriteBuildings(WorkbookWriter workbook, Dictionary<Guid, Place> places)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Buildings"));
        var entrances = places.Values.Where(p => p.Kind == PlaceKind.Entrance).GroupBy(p => p.ParentId!.Value).ToDictionary(g => g.Key, g => g.Count());
        foreach (var building in places.Values.Where(p => p.Kind == PlaceKind.Building).OrderBy(p => p.Path.Length).ThenBy(p => p.Path, StringComparer.Ordinal))
        {
            sheet.StartRow().Text(Ground.NumberOf(building), CellStyle.Text).Text(building.Name).Number(entrances.TryGetValue(building.Id, out var count) ? count : null).EndRow();
        }
    }

    private async Task WriteUnits(WorkbookWriter workbook, Place compound, Dictionary<Guid, Place> places, CancellationToken cancel)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Units"));
        await foreach (var unit in db.Set<Unit>().AsNoTracking().Where(u => u.CompoundId == compound.Id)
            .OrderBy(u => EF.Functions.Collate(u.Label, NaturalOrder.Collation)).ThenBy(u => u.Code).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Address(sheet.StartRow(), HomeOf(unit, places)).Text(Word(unit.Kind)).Number(unit.Floor)
                .Number(unit.RegisteredArea / 100m).Number(unit.SurveyedArea / 100m).Number(unit.ContractArea / 100m).Text(Word(unit.Delivery)).EndRow();
        }
    }

    private async Task WriteOwners(WorkbookWriter workbook, ExportedCompound export, Dictionary<Guid, Place> places, DateOnly today, CancellationToken cancel)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Owners"));
        var rows =
            from owned in Owners(export.Compound, today)
            join unit in db.Set<Unit>() on owned.UnitId equals unit.Id
            join person in db.Set<Person>() on owned.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            join organisation in db.Set<Organisation>() on owned.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby EF.Functions.Collate(unit.Label, NaturalOrder.Collation), unit.Code, owned.Since, owned.Id
            select new { owned, unit, person, organisation };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            Address(sheet.StartRow(), HomeOf(row.unit, places)).Text(Word(row.person is null ? OwnerType.Organisation : OwnerType.Person)).Text(row.person?.Name ?? row.organisation!.Name);
            Numbers(sheet, row.person, export).Text(ShareText.Write(row.owned.ShareNumerator, row.owned.ShareDenominator), CellStyle.Text)
                .Day(row.owned.Since).Day(row.owned.Until).Text(Mark(row.person, export)).EndRow();
        }
    }

    private async Task WriteResidents(WorkbookWriter workbook, ExportedCompound export, Dictionary<Guid, Place> places, DateOnly today, CancellationToken cancel)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Residents"));
        var rows =
            from home in Residents(export.Compound, today)
            join unit in db.Set<Unit>() on home.UnitId equals unit.Id
            join person in db.Set<Person>() on home.PersonId equals person.Id
            orderby EF.Functions.Collate(unit.Label, NaturalOrder.Collation), unit.Code, home.Since, home.Id
            select new { home, unit, person };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            Address(sheet.StartRow(), HomeOf(row.unit, places)).Text(row.person.Name);
            Numbers(sheet, row.person, export).Text(Word(row.home.Relation)).Day(row.home.Since).Day(row.home.Until).Text(Mark(row.person, export)).EndRow();
        }
    }

    private async Task WriteOrganisations(WorkbookWriter workbook, Place compound, DateOnly today, CancellationToken cancel)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Organisations"));
        var (posts, owners) = (Posts(compound, today).Select(p => p.OrganisationId), Owners(compound, today).Select(o => o.OrganisationId));
        foreach (var row in await db.Set<Organisation>().AsNoTracking()
            .Where(o => o.EndedOn == null && (o.PlaceId == compound.Id || posts.Contains(o.Id) || owners.Contains(o.Id) || db.Set<Service>().Any(s => s.OrganisationId == o.Id && s.CompoundId == compound.Id)))
            .OrderBy(o => o.Kind).ThenBy(o => o.Name).ToListAsync(cancel))
        {
            sheet.StartRow().Text(row.Name).Text(row.ShortName).Text(Word(row.Kind)).Text(row.CreditCode, CellStyle.Text).Text(Word(row.PlaceId == compound.Id ? Seat.Compound : Seat.Community)).EndRow();
        }
    }

    private async Task WriteContracts(WorkbookWriter workbook, Place compound, CancellationToken cancel)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Contracts"));
        foreach (var row in await (
            from service in db.Set<Service>().AsNoTracking()
            join organisation in db.Set<Organisation>() on service.OrganisationId equals organisation.Id
            where service.CompoundId == compound.Id && organisation.EndedOn == null
            orderby service.StartsOn
            select new { service, organisation.Name }).ToListAsync(cancel))
        {
            sheet.StartRow().Text(row.Name).Text(row.service.Number, CellStyle.Text).Day(row.service.StartsOn).Day(row.service.EndsOn).Number(row.service.Fee / 100m).EndRow();
        }
    }

    private async Task WritePosts(WorkbookWriter workbook, ExportedCompound export, DateOnly today, CancellationToken cancel)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Posts"));
        foreach (var row in await (
            from post in Posts(export.Compound, today)
            join person in db.Set<Person>() on post.PersonId equals person.Id
            join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
            where organisation.EndedOn == null
            orderby organisation.Kind, organisation.Name, post.Kind, post.StartsOn, post.Id
            select new { post, person, organisation.Name }).ToListAsync(cancel))
        {
            sheet.StartRow().Text(row.Name).Text(ChoiceLists.Word(nameof(PostKind), row.post.Kind)).Text(row.person.Name);
            Numbers(sheet, row.person, export).Day(row.post.StartsOn).Day(row.post.EndsOn).Text(Word(row.post.BegunBy)).Text(row.post.DeclaredOn is null ? null : Word(YesNo.Yes)).EndRow();
        }
    }

    // Each stands in the first of the person's dwellings; who has none here any more cannot be told by one.
    private async Task WriteRegistrations(
        WorkbookWriter workbook, ExportedCompound export, Dictionary<Guid, Place> places, IReadOnlyList<RegistrationRow> registered, DateOnly today, CancellationToken cancel)
    {
        var sheet = Template.Start(workbook, SheetLayouts.Of("Registrations"));
        var people = registered.Where(row => row.EndedOn is null).ToDictionary(row => row.PersonId);
        var ids = people.Keys.ToArray();
        var homes = Owners(export.Compound, today).Where(o => o.PersonId != null && ids.Contains(o.PersonId.Value)).Select(o => new { PersonId = o.PersonId!.Value, o.UnitId })
            .Union(Residents(export.Compound, today).Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, r.UnitId }));
        var rows = await (
            from home in homes
            join unit in db.Set<Unit>() on home.UnitId equals unit.Id
            join person in db.Set<Person>() on home.PersonId equals person.Id
            orderby EF.Functions.Collate(unit.Label, NaturalOrder.Collation), unit.Code, person.Name, person.Id
            select new { unit, person }).AsNoTracking().ToListAsync(cancel);
        foreach (var row in rows.DistinctBy(row => row.person.Id))
        {
            var (facts, day) = (people[row.person.Id].Facts, people[row.person.Id].RegisteredOn);
            Address(sheet.StartRow(), HomeOf(row.unit, places)).Text(row.person.Name);
            Numbers(sheet, row.person, export).Text(facts.WorkUnit).Text(facts.Skills).Text(facts.Services).Number(facts.HoursAMonth).Day(day).EndRow();
        }
    }

    private static Home HomeOf(Unit unit, Dictionary<Guid, Place> places)
    {
        var place = places[unit.PlaceId];
        return place.Kind == PlaceKind.Entrance
            ? new Home(Ground.NumberOf(places[place.ParentId!.Value]), Ground.NumberOf(place), unit.Number)
            : new Home(Ground.NumberOf(place), null, unit.Number);
    }

    private static SheetWriter Address(SheetWriter sheet, Home home) => sheet.Text(home.Building, CellStyle.Text).Text(home.Entrance, CellStyle.Text).Text(home.Number, CellStyle.Text);

    private static string? Mark(Person? person, ExportedCompound export) =>
        person is null || !export.ShowsMarks ? null : Word(person.PartyMember ? YesNo.Yes : YesNo.No);

    // Only numbers whose leaving was logged leave whole.
    private SheetWriter Numbers(SheetWriter sheet, Person? person, ExportedCompound export)
    {
        var whole = person is not null && export.Whole.Contains(person.Id);
        string? Shown(byte[]? kept, string? masked) => whole && kept is not null ? cipher.Decrypt(kept) : masked;
        return sheet.Text(Shown(person?.PhoneCipher, person?.PhoneMasked), CellStyle.Text).Text(Shown(person?.IdentityCipher, person?.IdentityMasked), CellStyle.Text);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => ChoiceLists.Word(typeof(T).Name, value.ToString());
}
