namespace Linli.Web.Platform.Changes;

/// <summary>Words of the audit pages.</summary>
public sealed class AuditTexts;
