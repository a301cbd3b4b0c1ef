using System.Collections;
using System.Globalization;
using System.Resources;
using Linli.Web.Platform;

namespace Linli.EndToEnd.Host;

/// <summary>The product's Chinese texts, as its resources hold them: on an English page they are texts that nobody has translated.</summary>
internal static class OwnWords
{
    /// <summary>Words that are a name in the data too (the root of places, the operator, where a ticket is, who acted: records are Chinese, decision 0010), or that name a language in itself.</summary>
    private static readonly HashSet<string> AlsoData = ["中文", "简体中文", "邻里", "全国", "平台运营方", "物业服务中心", "系统"];

    private static readonly HashSet<string> Chinese = [.. Read()];

    public static bool AreChinese(string text) => Chinese.Contains(text) && !AlsoData.Contains(text);

    private static IEnumerable<string> Read()
    {
        var house = typeof(LinliHost).Assembly;
        foreach (var name in house.GetManifestResourceNames().Where(n => n.EndsWith(".resources", StringComparison.Ordinal)))
        {
            var own = new ResourceManager(name[..^".resources".Length], house);
            var english = CultureInfo.GetCultureInfo("en");
            foreach (DictionaryEntry text in own.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!)
            {
                // What is the same in both languages was meant so.
                if (text.Value is string { Length: > 1 } words && words.Any(c => c is >= '\u4e00' and <= '\u9fff') && own.GetString((string)text.Key, english) != words)
                {
                    yield return words;
                }
            }
        }
    }
}
