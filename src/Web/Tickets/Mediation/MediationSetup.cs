using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Retention;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets.Mediation;

internal static class MediationSetup
{
    /// <summary>Everything of mediation that the module offers.</summary>
    public static void AddMediation(this IServiceCollection services)
    {
        services.AddSingleton<MediationSeal>();
        services.AddScoped<MediationDesk>();
        services.AddScoped<CaseParties>();
        services.AddScoped<CaseReader>();
        services.AddScoped<FindConflict>();
        services.AddScoped<TellParties>();
        services.AddScoped<AgreementWriter>();
        services.AddScoped<ApplyForMediation>();
        services.AddScoped<ReferTicket>();
        services.AddScoped<TakeUpCase>();
        services.AddScoped<AddMediator>();
        services.AddScoped<DeclineCase>();
        services.AddScoped<AddParty>();
        services.AddScoped<AcceptCase>();
        services.AddScoped<EndCase>();
        services.AddScoped<GiveConsent>();
        services.AddScoped<RefuseConsent>();
        services.AddScoped<PlanSession>();
        services.AddScoped<RecordSession>();
        services.AddScoped<DraftMediatedAgreement>();
        services.AddScoped<RecordOralAgreement>();
        services.AddScoped<SignMediatedAgreement>();
        services.AddScoped<PlanVisit>();
        services.AddScoped<RecordVisit>();
        services.AddScoped<CloseCase>();
        services.AddScoped<ShowPartyPhone>();
        services.AddScoped<FindCase>();
        services.AddScoped<FindMyMediation>();
        services.AddSingleton<ListCases>();
        services.AddScoped<MediationOfTicket>();
        services.AddSingleton<ShowMediationStatistics>();
        services.AddScoped<AgreementDocument>();
        services.AddScoped<IRetentionTask, MediationOver>();
        services.AddScoped<IPersonalDataHolder, MediationHolder>();
        services.AddJob<RemindMediators>();
    }
}
