using Linli.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.SignIn;

/// <summary>By what a session was signed in.</summary>
internal enum SignInWay
{
    Code,
    Password,
    Passkey,
    Demo,
}

internal sealed class Session : IEntityTypeConfiguration<Session>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public CapacityKind? CapacityKind { get; set; }

    public Guid? CapacityId { get; set; }

    public SignInWay Way { get; set; }

    public string Device { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the person last proved anew, by a code to the own number, to be the one who signed in.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public void Configure(EntityTypeBuilder<Session> builder) => builder.ToTable("sessions", "platform");
}

internal sealed class SignInCode : IEntityTypeConfiguration<SignInCode>
{
    public Guid Id { get; set; }

    public byte[] PhoneIndex { get; set; } = [];

    public byte[] CodeHash { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public void Configure(EntityTypeBuilder<SignInCode> builder) => builder.ToTable("sign_in_codes", "platform");
}

internal sealed class AccessToken : IEntityTypeConfiguration<AccessToken>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public string Name { get; set; } = string.Empty;

    public byte[] TokenHash { get; set; } = [];

    public CapacityKind CapacityKind { get; set; }

    public Guid CapacityId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public void Configure(EntityTypeBuilder<AccessToken> builder) => builder.ToTable("access_tokens", "platform");
}
