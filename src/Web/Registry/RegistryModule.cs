using Linli.Web.Registry.Committees;
using Linli.Web.Registry.Alliances;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Divisions;
using Linli.Web.Registry.Party;
using Linli.Web.Registry.Exchange;
using Linli.Web.Registry.Privacy;
using Linli.Web.Registry.Privacy.Register;
using Linli.Web.Registry.Documents;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Linli.Web.Registry;

/// <summary>Places, units, organisations, people, posts.</summary>
public static class RegistryModule
{
    internal static void AddRegistry(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IBodies, Bodies>();
        services.AddPrivacy();
        services.AddScoped<PersonalNumbers>();
        services.AddSingleton<LooksAtMe>();
        services.AddScoped<IPersonalNumbers>(s => s.GetRequiredService<PersonalNumbers>());
        services.AddScoped<IPeople, People>();
        services.AddScoped<IPlaces, Places>();
        services.AddScoped<ICallers, Callers>();
        services.AddScoped<IPosts, Posts>();
        services.AddSingleton<IRolls, Rolls>();
        services.AddScoped<IAppointments, Appointments>();
        services.AddScoped<IAdministrators, Administrators>();
        services.AddScoped<ImportDivisions>();
        services.AddScoped<AddCompound>();
        services.AddScoped<ChangeCompound>();
        services.AddScoped<AddBuilding>();
        services.AddScoped<AddUnit>();
        services.AddScoped<ChangeUnit>();
        services.AddScoped<RecordOwnership>();
        services.AddScoped<EndOwnership>();
        services.AddScoped<RecordResidency>();
        services.AddScoped<EndResidency>();
        services.AddScoped<RecordService>();
        services.AddScoped<AddPerson>();
        services.AddScoped<PersonRegister>();
        services.AddScoped<AddOrganisation>();
        services.AddScoped<AppointToPost>();
        services.AddScoped<EndPost>();
        services.AddParty();
        services.AddScoped<EndService>();
        services.AddScoped<EndOrganisation>();
        services.AddScoped<CorrectPerson>();
        services.AddScoped<Unmask>();
        services.AddScoped<DivisionUploads>();
        services.AddExchange();
        services.AddScoped<FormChoices>();
        services.AddScoped<BrowsePlace>();
        services.AddScoped<ShowCompound>();
        services.AddScoped<ListUnits>();
        services.AddScoped<ShowUnit>();
        services.AddScoped<ListPeople>();
        services.AddScoped<ShowPerson>();
        services.AddScoped<ListOrganisations>();
        services.AddScoped<ShowOrganisation>();
        services.AddScoped<SearchRegistry>();
        services.AddCommittees();
        services.AddAlliances();
        services.AddDocuments();
        // A page that registers and changes has one address for each.
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AddPageRoute("/Registry/Pages/Browse", "/registry/places/{code}")
            .AddPageRoute("/Registry/Pages/EditCompound", "/registry/places/{code}/add-compound")
            .AddPageRoute("/Registry/Pages/EditUnit", "/registry/compounds/{code}/add-unit")
            .AddPageRoute("/Registry/Alliances/Pages/EditAlliance", "/registry/alliances/{id:guid}/edit")
            .AddPageRoute("/Registry/Alliances/Pages/EditAgreement", "/registry/agreements/{id:guid}/edit"));
    }

    internal static void MapRegistry(this WebApplication app)
    {
        app.MapRegistryApi();
        app.MapPartyApi();
        app.MapPrivacyApi();
        app.MapPurposesCsv();
        app.MapPrivacyExports();
        app.MapExports();
    }
}
