using Linli.Domain.Kernel;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look;

/// <summary>How far the text behind a value was checked, said in one way everywhere: 未核实 unless somebody read it.</summary>
internal static class SourceWords
{
    public static string Of(Verification verification, IStringLocalizer<LookTexts> texts) => texts[$"Verification.{verification}"];

    /// <summary>The source, with what is to be known of it behind.</summary>
    public static string Of(string source, Verification verification, IStringLocalizer<LookTexts> texts) =>
        verification == Verification.Verified ? source : texts["SourceWith", source, Of(verification, texts)];
}
