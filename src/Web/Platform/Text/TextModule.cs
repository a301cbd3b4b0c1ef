using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Platform.Text;

internal static class TextModule
{
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    public const string LanguageCookie = "linli.language";

    public static void AddTexts(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<RefusalTexts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Chinese);
            options.SupportedCultures = options.SupportedUICultures = [Chinese, English];
            // Chosen by the person; a program says it in Accept-Language. A browser's header is not a choice.
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(http => Task.FromResult(Chosen(http) is { } culture ? new ProviderCultureResult(culture) : null)),
            ];
        });
    }

    /// <summary>What a field says that cannot hold what was typed; every other message is a refusal of its own.</summary>
    public static void AddModelMessages(this MvcOptions options)
    {
        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((_, _) => Message("ValueIsNotUnderstood"));
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Message("ValueIsNotUnderstood"));
        say.SetUnknownValueIsInvalidAccessor(_ => Message("ValueIsNotUnderstood"));
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => Message("ValueIsNotUnderstood"));
        say.SetValueIsInvalidAccessor(_ => Message("ValueIsNotUnderstood"));
        say.SetValueMustBeANumberAccessor(_ => Message("ValueMustBeANumber"));
        say.SetNonPropertyValueMustBeANumberAccessor(() => Message("ValueMustBeANumber"));
        say.SetMissingBindRequiredValueAccessor(_ => Message("ValueIsMissing"));
        say.SetMissingKeyOrValueAccessor(() => Message("ValueIsMissing"));
        say.SetMissingRequestBodyRequiredValueAccessor(() => Message("ValueIsMissing"));
        say.SetValueMustNotBeNullAccessor(_ => Message("ValueIsMissing"));
    }

    /// <summary>Whether the message is one of those that any field says which cannot hold what was typed.</summary>
    public static bool IsSaidOfAnyValue(string message) =>
        message == Message("ValueIsNotUnderstood") || message == Message("ValueMustBeANumber") || message == Message("ValueIsMissing");

    private static readonly System.Resources.ResourceManager Shared = new(typeof(Texts));

    private static string Message(string key) => Shared.GetString("Refusal." + key, CultureInfo.CurrentUICulture)!;

    private static string? Chosen(HttpContext http)
    {
        var wish = http.Request.Path.StartsWithSegments("/api") ? http.Request.Headers.AcceptLanguage.ToString() : http.Request.Cookies[LanguageCookie];
        return string.IsNullOrEmpty(wish) ? null : wish.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English.Name : Chinese.Name;
    }
}
