using Linli.Domain.Tickets.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Queue.Store;

/// <summary>An organisation's own words for what it says often.</summary>
internal sealed class ResponseTemplate : IEntityTypeConfiguration<ResponseTemplate>
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    /// <summary>Of the shipped template in whose place it stands; null for one of the organisation's own.</summary>
    public string? Code { get; set; }

    public TemplateUse Use { get; set; }

    public string Title { get; set; } = string.Empty;

    public string Body { get; set; } = string.Empty;

    /// <summary>It is offered to nobody.</summary>
    public bool IsOff { get; set; }

    public Guid SetBy { get; set; }

    public DateTimeOffset SetAt { get; set; }

    public void Configure(EntityTypeBuilder<ResponseTemplate> builder) => builder.ToTable("response_templates", "tickets");
}
