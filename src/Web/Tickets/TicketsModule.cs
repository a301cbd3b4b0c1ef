using Linli.Web.Platform.Files;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Outbox;
using Linli.Web.Platform.Retention;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Evaluation;
using Linli.Web.Tickets.Finding;
using Linli.Web.Tickets.FollowUp;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Mediation;
using Linli.Web.Tickets.Queue;

namespace Linli.Web.Tickets;

/// <summary>Matters that people report, in one closed loop.</summary>
public static class TicketsModule
{
    internal static void AddTickets(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TicketDeadlines>();
        services.AddSingleton<ReportWriter>();
        services.AddSingleton<IOutboxSender, TellDispatchers>();
        services.AddSingleton<TicketQueue>();
        services.AddScoped<ExportTickets>();
        services.AddScoped<TicketDesk>();
        services.AddScoped<TicketHandlers>();
        services.AddScoped<FindTicket>();
        services.AddSingleton<Contract.IMyTickets, MyTickets>();
        services.AddScoped<Pages.UploadedPhotos>();
        services.AddScoped<ReportTicket>();
        services.AddScoped<AcceptTicket>();
        services.AddScoped<AssignTicket>();
        services.AddScoped<ContactReporter>();
        services.AddScoped<MarkTicketDone>();
        services.AddScoped<ConfirmTicket>();
        services.AddScoped<ReportUnsolved>();
        services.AddScoped<SupplementTicket>();
        services.AddScoped<WithdrawTicket>();
        services.AddScoped<ShowReporterPhone>();
        services.AddScoped<IFileSubject, TicketPhotos>();
        services.AddScoped<IRetentionTask, TicketTextsOver>();
        services.AddScoped<Registry.Contract.IPersonalDataHolder, TicketsHolder>();
        services.AddMediation();
        services.AddJob<CloseUnratedTickets>();
        services.AddHandling();
        services.AddCategories();
        services.AddEvaluation();
        services.AddFollowUp();
        services.AddIntake();
        services.AddFinding();
        services.AddQueue();
    }

    internal static void MapTickets(this WebApplication app)
    {
        app.MapTicketsApi();
        app.MapHandlingApi();
        app.MapCategoriesApi();
        app.MapMediationApi();
        app.MapEvaluationApi();
        app.MapFollowUpApi();
        app.MapIntakeApi();
        app.MapFindingApi();
        app.MapQueueApi();
    }
}
