using Linli.Web.Registry.Privacy.Requests;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>A request in a few words: 更正 · 姓名.</summary>
internal static class RequestNames
{
    public static string Of(RightsRequestView request, IStringLocalizer<PrivacyTexts> texts) =>
        $"{texts[$"RequestKind.{request.Kind}"]} · {(request.Field is { } field ? texts[$"CorrectionField.{field}"] : texts[$"DeletionScope.{request.Scope}"])}";
}
