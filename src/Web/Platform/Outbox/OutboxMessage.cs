using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Web.Platform.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.Outbox;

/// <summary>An effect that leaves the process, written in the transaction of the change that causes it.</summary>
internal sealed class OutboxMessage : IEntityTypeConfiguration<OutboxMessage>
{
    public const string SmsKind = "sms";

    public long Id { get; set; }

    public string Kind { get; set; } = string.Empty;

    public JsonElement Payload { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox", "platform");
        builder.Property(m => m.Payload).HasColumnType("jsonb");
    }

    public static OutboxMessage Sms(PhoneNumber phone, PersonalCipher cipher, JsonElement text, DateTimeOffset now) => new()
    {
        Kind = SmsKind,
        Payload = JsonSerializer.SerializeToElement(new SmsPayload(cipher.Encrypt(phone.Digits), phone.Masked, text)),
        CreatedAt = now,
        DueAt = now,
    };
}

/// <summary>The number travels encrypted; the text is a message kind with its arguments.</summary>
internal sealed record SmsPayload(byte[] PhoneCipher, string PhoneMasked, JsonElement Text);
