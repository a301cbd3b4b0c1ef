using System.Text.Json;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.Notifications;

/// <summary>Something that a person should know; its text is made from kind and arguments in the reader's language.</summary>
internal sealed class Notification : IEntityTypeConfiguration<Notification>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public string Kind { get; set; } = string.Empty;

    public Dictionary<string, string> Arguments { get; set; } = [];

    public string Link { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications", "platform");
        builder.Property(n => n.Arguments).HasColumnType("jsonb").HasConversion(
            a => JsonSerializer.Serialize(a, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Default)!,
            // Written once, never changed: the reference tells all.
            new ValueComparer<Dictionary<string, string>>((a, b) => ReferenceEquals(a, b), a => a.Count));
    }
}

/// <summary>Writes notifications in the transaction of the change that they tell of.</summary>
internal sealed class Notifier(LinliDb db)
{
    public void Tell(IEnumerable<Guid> people, string kind, Dictionary<string, string> arguments, string link, DateTimeOffset at)
    {
        foreach (var person in people.Distinct())
        {
            db.Add(new Notification { Id = Guid.CreateVersion7(at), PersonId = person, Kind = kind, Arguments = arguments, Link = link, CreatedAt = at });
        }
    }
}
