using Linli.Web.Platform.Files;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Outbox;

namespace Linli.Web.Registry.Documents;

/// <summary>What the part about governing documents adds to the registry.</summary>
internal static class DocumentsSetup
{
    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<DocumentDesk>();
        services.AddScoped<DocumentReader>();
        services.AddScoped<DocumentPapers>();
        services.AddScoped<IFileSubject, DocumentScans>();
        services.AddScoped<IFileSubject, DocumentDecisions>();
        services.AddScoped<DraftDocument>();
        services.AddScoped<MarkClauses>();
        services.AddScoped<PublishDocument>();
        services.AddScoped<WithdrawDocument>();
        services.AddScoped<AdoptDocument>();
        services.AddScoped<RepealDocument>();
        services.AddScoped<AttachScan>();
        services.AddScoped<CommentOnDocument>();
        services.AddScoped<AnswerComment>();
        services.AddScoped<ListDocuments>();
        services.AddScoped<ReadDocument>();
        services.AddScoped<CompareDocuments>();
        services.AddScoped<ShowDocumentDesk>();
        services.AddSingleton<IOutboxSender, TellHouseholds>();
        services.AddJob<EnterDocumentsIntoForce>();
    }
}
