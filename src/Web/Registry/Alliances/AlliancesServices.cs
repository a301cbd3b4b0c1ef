using Linli.Web.Platform.Files;
using Linli.Web.Platform.Jobs;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Registry.Alliances;

/// <summary>What associations and agreements add to the host.</summary>
internal static class AlliancesServices
{
    public static void AddAlliances(this IServiceCollection services)
    {
        services.AddScoped<IPersonalDataHolder, AlliancesHolder>();
        services.AddScoped<AllianceExports>();
        services.AddScoped<RegisterAssociation>();
        services.AddScoped<ChangeAssociation>();
        services.AddScoped<EndAssociation>();
        services.AddScoped<AdmitMember>();
        services.AddScoped<EndMembership>();
        services.AddScoped<PlanWork>();
        services.AddScoped<DropPlanItem>();
        services.AddScoped<RecordActivity>();
        services.AddScoped<WorkPhotos>();
        services.AddScoped<ListAssociations>();
        services.AddScoped<ShowAssociation>();
        services.AddScoped<MemberChoices>();
        services.AddScoped<ShowYearOfWork>();
        services.AddScoped<AgreementDesk>();
        services.AddScoped<DraftAgreement>();
        services.AddScoped<ChangeAgreement>();
        services.AddScoped<AddCommitment>();
        services.AddScoped<RemoveCommitment>();
        services.AddScoped<SignAgreement>();
        services.AddScoped<CloseAgreement>();
        services.AddScoped<RenewAgreement>();
        services.AddScoped<ProveFulfilment>();
        services.AddScoped<CheckFulfilment>();
        services.AddScoped<ListAgreements>();
        services.AddScoped<ShowAgreement>();
        services.AddScoped<PartyChoices>();
        services.AddScoped<AgreementWatch>();
        services.AddScoped<IFileSubject, ActivityPhotos>();
        services.AddScoped<IFileSubject, FulfilmentPhotos>();
        services.AddJob<WatchAgreements>();
    }
}
