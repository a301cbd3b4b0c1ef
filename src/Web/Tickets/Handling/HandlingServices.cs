using Linli.Web.Platform.Jobs;

namespace Linli.Web.Tickets.Handling;

/// <summary>What handling adds to the module.</summary>
internal static class HandlingServices
{
    public static void AddHandling(this IServiceCollection services)
    {
        services.AddScoped<ClaimTicket>();
        services.AddScoped<RequestReturn>();
        services.AddScoped<DecideReturn>();
        services.AddScoped<PauseTicket>();
        services.AddScoped<ResumeTicket>();
        services.AddScoped<AskExtension>();
        services.AddScoped<DecideExtension>();
        services.AddScoped<BlowWhistle>();
        services.AddScoped<RaiseWhistle>();
        services.AddScoped<AnswerWhistle>();
        services.AddScoped<AssessWhistle>();
        services.AddScoped<InviteParty>();
        services.AddScoped<ReportBack>();
        services.AddScoped<NoteInternally>();
        services.AddScoped<HandlingChoices>();
        services.AddJob<EndOverlongPauses>();
    }
}
