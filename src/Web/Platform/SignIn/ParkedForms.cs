using System.Text.Json;
using Linli.Web.Platform.Access;
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
internal sealed class ParkedForms(LinliDb db, CurrentActor current, IDataProtectionProvider protection, ParkingLimit limit, TimeProvider clock)
{
    private const string Cookie = "linli.parked";
    private const string Mark = "parked";
    private static readonly string[] Secrets = ["password", "current", "code", "credential"];
    private const int MaxLength = 64 * 1024;
    private const int MostOfOnePerson = 5;

    // Whoever shows no session of ours that has ended may send words, but no photos to be read for nothing.
    private const int MaxBodyOfStrangers = 256 * 1024;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly IDataProtector protector = protection.CreateProtector("parked-form");

    /// <summary>Keeps the form; returns where to go after signing in.</summary>
    /// <param name="http">The request that carries the form.</param>
    /// <param name="owner">Whose session it was, if that is still known: nobody else gets the form back.</param>
    public async Task<string> Park(HttpContext http, Guid? owner)
    {
        var query = QueryString.Create(http.Request.Query.Where(q => q.Key is not ("handler" or Mark)));
        var page = http.Request.Path + query;
        if (!ComesFromThisSite(http.Request)
            || (owner is null && !(http.Request.ContentLength <= MaxBodyOfStrangers))
            || !limit.Allows(http.Connection.RemoteIpAddress)
            || await TextOf(http) is not { Length: <= MaxLength } text)
        {
            return page;
        }

        if (owner is not null)
        {
            // A person's newest few are enough; those forgotten in other windows go first.
            await db.Set<ParkedForm>().Where(f => f.PersonId == owner).OrderByDescending(f => f.CreatedAt).Skip(MostOfOnePerson - 1).ExecuteDeleteAsync(http.RequestAborted);
        }

        var id = Guid.NewGuid();
        db.Add(new ParkedForm { Id = id, PersonId = owner, Payload = protector.Protect(text), CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Cookies.Append(Cookie, protector.Protect(id.ToString()), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = Life,
            Path = "/",
        });
        return http.Request.Path + query.Add(Mark, "1");
    }

    /// <summary>The fields of the form that this browser parked, once; null when there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string?[]>?> TakeBack(HttpContext http)
    {
        if (!http.Request.Query.ContainsKey(Mark) || http.Request.Cookies[Cookie] is not { } key || IdIn(key) is not { } id)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        var oldest = clock.GetUtcNow() - Life;
        var person = current.Actor?.PersonId;
        var parked = await db.Set<ParkedForm>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == id && f.CreatedAt > oldest && (f.PersonId == null || f.PersonId == person), http.RequestAborted);
        await db.Set<ParkedForm>().Where(f => f.Id == id).ExecuteDeleteAsync(http.RequestAborted);
        return parked is null ? null : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(protector.Unprotect(parked.Payload));
    }

    // A form that another site sent must not come back as if its reader had typed it.
    private static bool ComesFromThisSite(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));

    // Tokens of the framework are of no use later; secrets are typed again.
    private static async Task<string> TextOf(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return JsonSerializer.Serialize(form
            .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && !Secrets.Any(s => f.Key.EndsWith(s, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(f => f.Key, f => f.Value.ToArray()));
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
