using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Platform.Changes;

/// <summary>The record of a change as commands of a batch, for the few writes that go past the change tracker. The same rows as <see cref="Changes"/> writes.</summary>
internal static class ChangeCommands
{
    private const string InsertRequest =
        "insert into platform.handled_requests (id, process, person_id, subject_id, at) values ($1, $2, $3, $4, $5)";

    private const string InsertAudit = """
        insert into platform.audit_entries (id, at, process, person_id, capacity_kind, capacity_id, subject_kind, subject_id, details, reason, request_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    public static void AddTo(NpgsqlBatch batch, ProcessContext context, string process, string subjectKind, Guid subjectId, object details)
    {
        var request = new NpgsqlBatchCommand(InsertRequest);
        Add(request, context.RequestId, process, context.Actor.PersonId, subjectId, context.At);
        batch.BatchCommands.Add(request);

        var entry = Changes.Entry(context, process, subjectKind, subjectId, details);
        var audit = new NpgsqlBatchCommand(InsertAudit);
        Add(audit, entry.Id, entry.At, entry.Process);
        AddTyped(audit, NpgsqlDbType.Uuid, entry.PersonId);
        AddTyped(audit, NpgsqlDbType.Text, entry.CapacityKind);
        AddTyped(audit, NpgsqlDbType.Uuid, entry.CapacityId);
        Add(audit, entry.SubjectKind, entry.SubjectId, entry.Details);
        AddTyped(audit, NpgsqlDbType.Text, entry.Reason);
        AddTyped(audit, NpgsqlDbType.Uuid, entry.RequestId);
        batch.BatchCommands.Add(audit);
    }

    private static void Add(NpgsqlBatchCommand command, params object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
    }

    private static void AddTyped(NpgsqlBatchCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
