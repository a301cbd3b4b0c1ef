using System.Text.Json;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.SignIn;

internal sealed class ParkedForm : IEntityTypeConfiguration<ParkedForm>
{
    public Guid Id { get; set; }

    public Guid? PersonId { get; set; }

    public string Payload { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    public void Configure(EntityTypeBuilder<ParkedForm> builder) => builder.ToTable("parked_forms", "platform");
}

/// <summary>
/// Keeps the text of a form that was sent after its session had ended. The key to it lies in the browser's cookie alone,
/// the text is protected, and both are gone after an hour or when the form has been given back.
/// </summary>
internal sealed class ParkedForms(LinliDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "linli.parked";
    private const int MaxLength = 64 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly IDataProtector protector = protection.CreateProtector("parked-form");

    /// <summary>Keeps the form; returns where to go after signing in.</summary>
    public async Task<string> Park(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => f.Value.ToArray());
        var text = JsonSerializer.Serialize(fields);
        var page = http.Request.Path + http.Request.QueryString;
        if (text.Length > MaxLength)
        {
            return page;
        }

        var id = Guid.NewGuid();
        db.Add(new ParkedForm { Id = id, Payload = protector.Protect(text), CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Cookies.Append(Cookie, protector.Protect(id.ToString()), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = Life,
            Path = "/",
        });
        return QueryString.Create("parked", "1") is var mark && http.Request.QueryString.HasValue ? $"{page}&{mark.Value![1..]}" : page + mark;
    }

    /// <summary>The fields of the form that this browser parked, once; null when there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string?[]>?> TakeBack(HttpContext http)
    {
        if (!http.Request.Query.ContainsKey("parked") || http.Request.Cookies[Cookie] is not { } key || IdIn(key) is not { } id)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        var oldest = clock.GetUtcNow() - Life;
        var parked = await db.Set<ParkedForm>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.CreatedAt > oldest, http.RequestAborted);
        await db.Set<ParkedForm>().Where(f => f.Id == id).ExecuteDeleteAsync(http.RequestAborted);
        return parked is null ? null : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(protector.Unprotect(parked.Payload));
    }

    private Guid? IdIn(string key)
    {
        try
        {
            return Guid.Parse(protector.Unprotect(key));
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }
}
