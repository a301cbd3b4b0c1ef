using Linli.Web.Platform.Retention;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Privacy.Consents;
using Linli.Web.Registry.Privacy.MyData;
using Linli.Web.Registry.Privacy.Register;
using Linli.Web.Registry.Privacy.Requests;

namespace Linli.Web.Registry.Privacy;

/// <summary>What people may know and decide about their own data, and what the law makes the house do with it (K5).</summary>
public static class PrivacyModule
{
    internal static void AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<IPersonalDataHolder, RegistryHolder>();
        services.AddScoped<IPersonalDataHolder, Platform.Personal.PlatformHolder>();
        services.AddScoped<Erasure>();
        services.AddScoped<IConsents, GivenConsents>();
        services.AddScoped<IConsentRecords, RecordConsent>();
        services.AddScoped<IErasedPeople, ErasedPeople>();
        services.AddScoped<IRetentionTask, PeopleGone>();
        services.AddScoped<IRetentionTask, RequestsOver>();
        services.AddDeletion("unmaskings", "registry.unmaskings", "at < $1");
        services.AddDeletion("division-uploads", "registry.division_uploads", "created_at < $1");
        // What is said last about a purpose stays; what it replaced goes when it is old.
        services.AddDeletion(
            "consents", "registry.consents",
            "exists (select from registry.consents later where later.person_id = consents.person_id and later.purpose = consents.purpose and later.at > consents.at and later.at < $1)");
        services.AddSingleton<TablePurposes>();
        services.AddSingleton<Purposes>();
        services.AddScoped<RetentionLog>();
        services.AddScoped<PrivacyExports>();
        services.AddScoped<ShowNotice>();
        services.AddScoped<ReadNotice>();
        services.AddScoped<MyConsents>();
        services.AddScoped<SayConsent>();
        services.AddScoped<ShowMyData>();
        services.AddScoped<ExportMyData>();
        services.AddScoped<ExportPaper>();
        services.AddScoped<ChangeOwnPhone>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<AskForCorrection>();
        services.AddScoped<AskForDeletion>();
        services.AddScoped<WithdrawRequest>();
        services.AddScoped<MyRequests>();
        services.AddScoped<OpenRequests>();
        services.AddScoped<CarryOut>();
        services.AddScoped<DecideRequest>();
    }
}
