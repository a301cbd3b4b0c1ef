using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.SignIn;

/// <summary>What a person signs in with. The id is the person's; names and numbers stay in the registry.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public string? Language { get; set; }

    public bool LargeText { get; set; }

    public static Account For(Guid personId) => new()
    {
        Id = personId,
        UserName = personId.ToString("N"),
        NormalizedUserName = personId.ToString("N").ToUpperInvariant(),
        LockoutEnabled = true,
        SecurityStamp = personId.ToString("N"),
    };
}

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts", "platform");
        // The registry keeps phone numbers, encrypted; mail is not used.
        builder.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed)
            .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("account_claims", "platform");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("account_logins", "platform");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("account_tokens", "platform");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("account_passkeys", "platform");
        builder.OwnsOne(p => p.Data, data => data.ToJson("data"));
    }
}
