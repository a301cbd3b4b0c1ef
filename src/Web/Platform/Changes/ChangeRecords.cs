using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.Changes;

internal sealed class HandledRequest : IEntityTypeConfiguration<HandledRequest>
{
    public Guid Id { get; set; }

    public string Process { get; set; } = string.Empty;

    public Guid? PersonId { get; set; }

    public Guid SubjectId { get; set; }

    public string? Target { get; set; }

    public DateTimeOffset At { get; set; }

    public void Configure(EntityTypeBuilder<HandledRequest> builder) => builder.ToTable("handled_requests", "platform");
}

internal sealed class AuditEntry : IEntityTypeConfiguration<AuditEntry>
{
    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    public string Process { get; set; } = string.Empty;

    public Guid? PersonId { get; set; }

    public string? CapacityKind { get; set; }

    public Guid? CapacityId { get; set; }

    public string SubjectKind { get; set; } = string.Empty;

    public Guid SubjectId { get; set; }

    public string Details { get; set; } = string.Empty;

    public string? Reason { get; set; }

    public Guid? RequestId { get; set; }

    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("audit_entries", "platform");
}
