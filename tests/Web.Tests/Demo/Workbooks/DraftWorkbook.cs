using System.IO.Compression;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Writing;
using Linli.Web.Registry.Store;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tests.Demo.Workbooks;

/// <summary>Writes a compound that was built in memory as the workbook that a clerk would send in.</summary>
internal sealed class DraftWorkbook(WorldBuilder world, CompoundBuilder compound, IStringLocalizer<ExchangeTexts> texts)
{
    private readonly HashSet<Guid> units = [.. compound.Units.Select(unit => unit.Row.Id)];
    private readonly Dictionary<Guid, Person> people = world.Rows.Of<Person>().ToDictionary(person => person.Id);
    private readonly Dictionary<Guid, Organisation> organisations = world.Rows.Of<Organisation>().ToDictionary(organisation => organisation.Id);

    public byte[] Bytes(IReadOnlyList<DraftRegistration> registrations)
    {
        var target = new MemoryStream();
        using (var workbook = new WorkbookWriter(target, CompressionLevel.SmallestSize))
        {
            Template.WriteGuide(workbook, compound.Place.Code, compound.Place.Name, SheetLayouts.All, texts);
            Buildings(Template.Start(workbook, SheetLayouts.Of("Buildings")));
            Units(Template.Start(workbook, SheetLayouts.Of("Units")));
            Owners(Template.Start(workbook, SheetLayouts.Of("Owners")));
            Residents(Template.Start(workbook, SheetLayouts.Of("Residents")));
            Organisations(Template.Start(workbook, SheetLayouts.Of("Organisations")));
            Contracts(Template.Start(workbook, SheetLayouts.Of("Contracts")));
            Posts(Template.Start(workbook, SheetLayouts.Of("Posts")));
            if (registrations.Count > 0)
            {
                Registrations(Template.Start(workbook, SheetLayouts.Of("Registrations")), registrations);
            }
        }

        return target.ToArray();
    }

    private IEnumerable<Service> ServicesHere => world.Rows.Of<Service>().Where(service => service.CompoundId == compound.Place.Id);

    private IEnumerable<PostHeld> PostsHere => world.Rows.Of<PostHeld>().Where(post => post.PlaceId == compound.Place.Id);

    private void Buildings(SheetWriter sheet)
    {
        foreach (var building in compound.Buildings)
        {
            var entrances = world.Rows.Of<Place>().Count(place => place.ParentId == building.Place.Id);
            sheet.StartRow().Text(Ground.NumberOf(building.Place), CellStyle.Text).Text(building.Place.Name).Number(entrances == 0 ? null : entrances).EndRow();
        }
    }

    private void Units(SheetWriter sheet)
    {
        foreach (var unit in compound.Units)
        {
            Address(sheet, unit).Text(Word(unit.Row.Kind)).Number(unit.Row.Floor).Number(unit.Row.RegisteredArea / 100m).Skip().Skip().Text(Word(unit.Row.Delivery)).EndRow();
        }
    }

    private void Owners(SheetWriter sheet)
    {
        var shares = world.Rows.Of<Ownership>().Where(share => units.Contains(share.UnitId)).ToLookup(share => share.UnitId);
        foreach (var (unit, share) in compound.Units.SelectMany(unit => shares[unit.Row.Id].Select(share => (unit, share))))
        {
            var person = share.PersonId is { } id ? people[id] : null;
            Address(sheet, unit).Text(Word(person is null ? OwnerType.Organisation : OwnerType.Person)).Text(person?.Name ?? organisations[share.OrganisationId!.Value].Name);
            Numbers(sheet, person).Text(ShareText.Write(share.ShareNumerator, share.ShareDenominator), CellStyle.Text).Day(share.Since).Skip()
                .Text(person is null ? null : Word(person.PartyMember ? YesNo.Yes : YesNo.No)).EndRow();
        }
    }

    private void Residents(SheetWriter sheet)
    {
        var homes = world.Rows.Of<Residency>().Where(home => units.Contains(home.UnitId)).ToLookup(home => home.UnitId);
        foreach (var (unit, home) in compound.Units.SelectMany(unit => homes[unit.Row.Id].Select(home => (unit, home))))
        {
            var person = people[home.PersonId];
            Address(sheet, unit).Text(person.Name);
            Numbers(sheet, person).Text(Word(home.Relation)).Day(home.Since).Skip().Text(Word(person.PartyMember ? YesNo.Yes : YesNo.No)).EndRow();
        }
    }

    private void Organisations(SheetWriter sheet)
    {
        var named = PostsHere.Select(post => post.OrganisationId).Concat(ServicesHere.Select(service => service.OrganisationId))
            .Concat(world.Rows.Of<Ownership>().Where(share => units.Contains(share.UnitId)).Select(share => share.OrganisationId).OfType<Guid>()).ToHashSet();
        var first = compound.Place.Name[..2];
        foreach (var one in organisations.Values.Where(one => one.PlaceId == compound.Place.Id || named.Contains(one.Id) || (one.Kind == OrganisationKind.GridBranch && first == "康桥")))
        {
            sheet.StartRow().Text(one.Name).Text(one.ShortName == one.Name ? null : one.ShortName).Text(Word(one.Kind)).Skip()
                .Text(Word(one.PlaceId == compound.Place.Id ? Seat.Compound : Seat.Community)).EndRow();
        }
    }

    private void Contracts(SheetWriter sheet)
    {
        foreach (var service in ServicesHere)
        {
            sheet.StartRow().Text(organisations[service.OrganisationId].Name).Skip().Day(service.StartsOn).EndRow();
        }
    }

    private void Posts(SheetWriter sheet)
    {
        foreach (var post in PostsHere)
        {
            sheet.StartRow().Text(organisations[post.OrganisationId].Name).Text(ChoiceLists.Word(nameof(PostKind), post.Kind)).Text(people[post.PersonId].Name);
            Numbers(sheet, people[post.PersonId]).Day(post.StartsOn).Day(post.EndsOn).Text(Word(post.BegunBy)).Text(post.DeclaredOn is null ? null : Word(YesNo.Yes)).EndRow();
        }
    }

    private void Registrations(SheetWriter sheet, IReadOnlyList<DraftRegistration> registrations)
    {
        foreach (var row in registrations)
        {
            Address(sheet, row.Home).Text(row.Member.Name);
            Numbers(sheet, row.Member).Text(row.WorkUnit).Text(row.Skills).Text(row.Services).Number(row.Hours).Day(row.On).EndRow();
        }
    }

    private static SheetWriter Address(SheetWriter sheet, UnitBuilder unit)
    {
        var building = Ground.NumberOf(unit.Building.Place);
        // …-24-1-1202: building, entrance, number.
        var parts = unit.Row.Code[(unit.Building.Place.Code.Length + 1)..].Split('-');
        return sheet.StartRow().Text(building, CellStyle.Text).Text(parts.Length > 1 ? parts[0] : null, CellStyle.Text).Text(unit.Row.Number, CellStyle.Text);
    }

    private SheetWriter Numbers(SheetWriter sheet, Person? person) =>
        sheet.Text(person?.PhoneCipher is { } kept ? world.Cipher.Decrypt(kept) : null, CellStyle.Text).Skip();

    private static string Word<T>(T value)
        where T : struct, Enum => ChoiceLists.Word(typeof(T).Name, value.ToString());
}
