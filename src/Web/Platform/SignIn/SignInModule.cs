using System.Threading.RateLimiting;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Linli.Web.Platform.SignIn;

internal static class SignInModule
{
    /// <summary>Name of the limit on routes that try to sign somebody in.</summary>
    public const string RateLimit = "sign-in";

    public static void AddSignIn(this IServiceCollection services, LinliSettings settings)
    {
        services.AddScoped<Accounts>();
        services.AddScoped<DisplayChoices>();
        services.AddScoped<Sessions>();
        services.AddScoped<SignInFlow>();
        services.AddSingleton<PasswordTries>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<MyAccount>();
        services.AddScoped<SignInCodes>();
        services.AddScoped<ConfirmItIsMe>();
        services.AddScoped<SignInWithPassword>();
        services.AddScoped<AccessTokens>();
        services.AddScoped<ParkedForms>();
        services.AddScoped<FindAccounts>();
        services.AddScoped<UnlockAccount>();
        services.AddScoped<EndAccess>();
        services.AddSingleton<ParkingLimit>();
        services.AddScoped<SessionCookie>();

        services.AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<LinliDb>().AddSignInManager();

        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey replaces number and code, so the device has to know the person, and the person the device.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });

        services.AddAuthentication(options => options.DefaultScheme = "linli")
            // The API signs in by token only; pages by session only.
            .AddPolicyScheme("linli", null, options => options.ForwardDefaultSelector =
                http => http.Request.Path.StartsWithSegments("/api") ? TokenAuthentication.Scheme : Sessions.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddCookie(Sessions.Scheme, options =>
            {
                options.Cookie.Name = "linli.session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.SlidingExpiration = false;
                options.EventsType = typeof(SessionCookie);
            })
            // Identity keeps the challenge of a passkey here between two requests.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                options.Cookie.Name = "linli.passkey";
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "linli.form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(RateLimit, http => HttpMethods.IsGet(http.Request.Method)
                ? RateLimitPartition.GetNoLimiter(string.Empty)
                : RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
    }
}
