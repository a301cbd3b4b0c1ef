using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>Puts adopted versions into force on their day; the version before is superseded in the same transaction.</summary>
internal sealed class EnterDocumentsIntoForce(LinliDb db, IServiceScopeFactory scopes) : IScheduledJob
{
    private const string Process = nameof(EnterDocumentsIntoForce);

    public static string Name => "enter-documents-into-force";

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(now);
        var due = await db.Set<DocumentVersion>().AsNoTracking().Where(v => v.State == DocumentState.Adopted && v.EffectiveOn <= today)
            .OrderBy(v => v.EffectiveOn).ThenBy(v => v.Id).Select(v => v.Id).ToListAsync(cancel);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            await Enter(id, scope.ServiceProvider, new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) }, cancel);
        }
    }

    private static async Task Enter(Guid id, IServiceProvider services, ProcessContext context, CancellationToken cancel)
    {
        var db = services.GetRequiredService<LinliDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var version = await db.Set<DocumentVersion>().SingleAsync(v => v.Id == id, cancel);
        if (version.State != DocumentState.Adopted)
        {
            return;
        }

        version.State = await services.GetRequiredService<DocumentDesk>().Enter(version, Scope.Of(context.Actor, Permission.ManageDocuments), cancel);
        var saved = await services.GetRequiredService<Changes>().Save(
            context.On(id), Process, "DocumentVersion", id, new { version.CompoundId, version.Kind, version.Number, to = version.State }, cancel);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancel);
        }
    }
}
