namespace Linli.Web.Platform.Changes;

/// <summary>The record of changes as part of a statement, for the few writes that go past the change tracker. The same rows as <see cref="Changes"/> writes.</summary>
internal static class ChangeSql
{
    /// <summary>
    /// Two common table expressions that record every row of one called "made", which has the columns of an
    /// audit entry: entry_id, at, process, person_id, capacity_kind, capacity_id, subject_kind, subject_id, details, reason, request_id.
    /// </summary>
    public const string RecordMade = """
        handled as (
          insert into platform.handled_requests (id, process, person_id, subject_id, at)
          select request_id, process, person_id, subject_id, at from made),
        audited as (
          insert into platform.audit_entries (id, at, process, person_id, capacity_kind, capacity_id, subject_kind, subject_id, details, reason, request_id)
          select entry_id, at, process, person_id, capacity_kind, capacity_id, subject_kind, subject_id, details, reason, request_id from made)
        """;
}
