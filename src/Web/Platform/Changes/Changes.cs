using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Platform.Changes;

/// <summary>
/// Carries a change into the database in one transaction together with its audit entry and its request id, so that
/// nothing is stored by half and nothing is stored twice.
/// </summary>
internal sealed class Changes(LinliDb db)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// The subject of this request if it has been handled before: a form sent twice acts once. The same request is one by the same
    /// person, for the same process and about the same <see cref="ProcessContext.Target"/>; another that uses its id is refused by <see cref="Save"/>.
    /// </summary>
    public async Task<Guid?> HandledBefore(ProcessContext context, string process, CancellationToken cancel) =>
        await db.Set<HandledRequest>().AsNoTracking()
            .Where(r => r.Id == context.RequestId && r.Process == process && r.PersonId == context.Actor.PersonId && r.Target == context.Target)
            .Select(r => (Guid?)r.SubjectId).FirstOrDefaultAsync(cancel);

    /// <summary>Saves what the use case put into the context, with its record.</summary>
    /// <returns>What was saved, now or by the same form before; or the refusal that somebody else was faster.</returns>
    public async Task<Outcome<Saved>> Save(
        ProcessContext context, string process, string subjectKind, Guid subjectId, object details, CancellationToken cancel)
    {
        if (context.RequestId == Guid.Empty)
        {
            db.ChangeTracker.Clear();
            return new RequestIdIsEmpty();
        }

        db.Add(Handled(context, process, subjectId));
        db.Add(Entry(context, process, subjectKind, subjectId, details));
        try
        {
            await db.SaveChangesAsync(cancel);
            return new Saved(subjectId, Before: false);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await Earlier(context, process, subjectId, cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation })
        {
            // Either the same form arrived twice at the same moment, or somebody else took a key that must be unique.
            db.ChangeTracker.Clear();
            return await Earlier(context, process, subjectId, cancel);
        }
    }

    // Without a target the subject itself tells whether it is the same request.
    private async Task<Outcome<Saved>> Earlier(ProcessContext context, string process, Guid subjectId, CancellationToken cancel)
    {
        if (await HandledBefore(context, process, cancel) is { } subject && (context.Target is not null || subject == subjectId || subject == context.RequestId))
        {
            return new Saved(subject, Before: true);
        }

        return await db.Set<HandledRequest>().AnyAsync(r => r.Id == context.RequestId, cancel) ? new RequestIdIsUsed() : new ChangedMeanwhile();
    }

    private static HandledRequest Handled(ProcessContext context, string process, Guid subjectId) => new()
    {
        Id = context.RequestId,
        Process = process,
        PersonId = context.Actor.PersonId,
        SubjectId = subjectId,
        Target = context.Target,
        At = context.At,
    };

    internal static AuditEntry Entry(ProcessContext context, string process, string subjectKind, Guid subjectId, object details) => new()
    {
        Id = Guid.CreateVersion7(context.At),
        At = context.At,
        Process = process,
        PersonId = context.IsConfidential ? null : context.Actor.PersonId,
        CapacityKind = context.IsConfidential ? null : context.Actor.Capacity?.Kind.ToString(),
        CapacityId = context.IsConfidential ? null : context.Actor.Capacity?.Id,
        SubjectKind = subjectKind,
        SubjectId = subjectId,
        Details = JsonSerializer.Serialize(details, Readable),
        Reason = context.IsConfidential ? null : context.Reason,
        RequestId = context.RequestId,
    };
}

/// <summary>What a change concerned, and whether the same request had done it before.</summary>
internal sealed record Saved(Guid SubjectId, bool Before);
