using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>
/// A person. Phone and identity number are stored encrypted, with a blind index to find them and a masked form to show;
/// purpose, basis and retention stand beside the table in SQL.
/// </summary>
internal sealed class Person : IEntityTypeConfiguration<Person>
{
    public Guid Id { get; set; }

    public string Name { get; set; } = string.Empty;

    public string Initials { get; set; } = string.Empty;

    public byte[]? PhoneCipher { get; set; }

    public byte[]? PhoneIndex { get; set; }

    public string? PhoneMasked { get; set; }

    public byte[]? IdentityCipher { get; set; }

    public byte[]? IdentityIndex { get; set; }

    public string? IdentityMasked { get; set; }

    public bool PartyMember { get; set; }

    /// <summary>Generated for the demo or a test; shown as such.</summary>
    public bool MadeUp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Since when nothing but storing is done with the data (PIPL 47 ¶2).</summary>
    public DateTimeOffset? RestrictedAt { get; set; }

    /// <summary>Since when the person is no longer to be recognised; the row stays for what points to it.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    public void Configure(EntityTypeBuilder<Person> builder) => builder.ToTable("people", "registry");
}

/// <summary>A look at a personal number: who, when, why.</summary>
internal sealed class Unmasking : IEntityTypeConfiguration<Unmasking>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public Guid ByPerson { get; set; }

    public string ByCapacity { get; set; } = string.Empty;

    public string Field { get; set; } = string.Empty;

    public string Reason { get; set; } = string.Empty;

    public DateTimeOffset At { get; set; }

    public void Configure(EntityTypeBuilder<Unmasking> builder) => builder.ToTable("unmaskings", "registry");
}
