using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Text;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>Chinese first, English second, nothing missing, and no words in code.</summary>
public partial class TextsTests
{
    /// <summary>Places that speak to operators, whose words are data of the demo, specimens of the design page, or words that are read and never said.</summary>
    private static readonly string[] MaySpeak =
    [
        "src/Web/Demo/", "src/Web/Platform/Operation/", "src/Web/Platform/Look/Pages/Design", "src/Web/Platform/Look/Pages/_Specimen",
        "src/Web/Registry/PinyinInitials", "src/Domain/Registry/DivisionName",
    ];

    [Fact]
    public void Both_languages_have_the_same_keys_and_holes() => Violations.ShouldBeNone(
        House.Files("src", ".resx").Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal)).ToList(), Differences, atLeast: 2);

    [Fact]
    public void Every_refusal_can_be_said() => Violations.ShouldBeNone(
        // A refusal about another one lets that one speak.
        Refusals().Where(r => !r.GetInterfaces().Any(i => i.Name == "IAboutAnother")).ToList(),
        refusal =>
        {
            var key = $"Refusal.{refusal.Name}";
            return Shared.TryGetValue(key, out var text)
                ? Holes(text).Where(hole => refusal.GetProperty(hole) is null).Select(hole => $"{key}: no property {hole}")
                : [$"{key} is missing ({refusal.FullName})"];
        },
        atLeast: 20);

    [Fact]
    public void Every_text_of_a_refusal_belongs_to_one() => Violations.ShouldBeNone(
        Shared.Keys.Where(k => k.StartsWith("Refusal.", StringComparison.Ordinal)).ToList(),
        // The three that model binding says are no records.
        key => Refusals().Any(r => key == $"Refusal.{r.Name}") || key.StartsWith("Refusal.Value", StringComparison.Ordinal) ? [] : [key],
        atLeast: 10);

    /// <summary>A key stands in the source, whole or as a beginning that ends in a full stop; names of enumerations are such beginnings.</summary>
    [Fact]
    public void Every_text_is_said_somewhere()
    {
        var source = string.Join('\n', House.Files("src", ".cs", ".cshtml", ".js", ".json").Select(House.Read));
        var said = Keys().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        var beginnings = Beginnings().Matches(source).Select(match => match.Groups[1].Value)
            .Concat(House.Domain.GetTypes().Concat(House.Web.GetTypes()).Where(type => type.IsEnum).Select(type => type.Name + '.')).ToHashSet();
        Violations.ShouldBeNone(
            House.Files("src", ".resx").Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).ToList(),
            file => Entries(file).Keys.Where(key => !said.Contains(key) && !BeginningsOf(key).Any(beginnings.Contains)).Select(key => $"{file}: {key}"),
            atLeast: 10);
    }

    /// <summary>The compiler of resources drops one of two such keys with no more than a warning.</summary>
    [Fact]
    public void No_two_keys_differ_in_capitals_only() => Violations.ShouldBeNone(
        House.Files("src", ".resx").ToList(),
        file => Entries(file).Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"{file}: {string.Join(" and ", same)}"),
        atLeast: 2);

    /// <summary>A refusal stands alone or in a list of them: it is a sentence and ends like one.</summary>
    [Fact]
    public void Every_refusal_ends_with_a_full_stop() => Violations.ShouldBeNone(
        SaidInBothLanguages().Where(text => text.Key.StartsWith("Refusal.", StringComparison.Ordinal)).ToList(),
        text => text.Said.EndsWith(text.Stop, StringComparison.Ordinal) && !text.Said.EndsWith(text.Stop + text.Stop, StringComparison.Ordinal)
            ? []
            : [$"{text.Key} ({text.Said}) does not end with {text.Stop}"],
        atLeast: 100);

    [Fact]
    public void Every_kind_of_post_has_a_title() => Violations.ShouldBeNone(
        PostKinds.All, kind => Shared.ContainsKey(kind.TitleKey) ? [] : [kind.TitleKey], atLeast: 10);

    [Fact]
    public void No_words_for_people_stand_in_code() => Violations.ShouldBeNone(
        House.Files("src", ".cs", ".cshtml").Where(f => !MaySpeak.Any(p => f.StartsWith(p, StringComparison.Ordinal))).ToList(), WordsIn, atLeast: 100);

    private static readonly Dictionary<string, string> Shared = new ResourceManager(typeof(Texts))
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static IEnumerable<(string Key, string Said, string Stop)> SaidInBothLanguages() => new[] { ("src/Web/Platform/Text/Texts.resx", "\u3002"), ("src/Web/Platform/Text/Texts.en.resx", ".") }
        .SelectMany(file => Entries(file.Item1).Select(entry => (entry.Key, entry.Value, file.Item2)));

    private static List<Type> Refusals() =>
        // One that borrows another's words has none of its own.
        [.. House.Domain.GetTypes().Concat(House.Web.GetTypes()).Where(t => !t.IsAbstract && typeof(Refusal).IsAssignableFrom(t) && !typeof(IAboutAnother).IsAssignableFrom(t))];

    private static IEnumerable<string> Differences(string file)
    {
        var (chinese, english) = (Entries(file), Entries(file.Replace(".resx", ".en.resx", StringComparison.Ordinal)));
        foreach (var key in chinese.Keys.Union(english.Keys))
        {
            if (!chinese.TryGetValue(key, out var first) || !english.TryGetValue(key, out var second))
            {
                yield return $"{file}: {key} is in one language only";
            }
            else if (first.Trim().Length == 0 && second.Trim().Length == 0)
            {
                yield return $"{file}: {key} is empty";
            }
            else if (!Holes(first).Order().SequenceEqual(Holes(second).Order()))
            {
                yield return $"{file}: {key} has different holes";
            }
        }
    }

    private static Dictionary<string, string> Entries(string file) => File.Exists(Path.Combine(House.Root, file))
        ? XDocument.Parse(House.Read(file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value)
        : [];

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    private static IEnumerable<string> BeginningsOf(string key) => key.Select((sign, at) => (sign, at)).Where(dot => dot.sign == '.').Select(dot => key[..(dot.at + 1)]);

    private static IEnumerable<string> WordsIn(string file)
    {
        var text = House.Read(file);
        var said = file.EndsWith(".cs", StringComparison.Ordinal)
            ? Literals().Matches(text).Where(m => m.Groups["text"].Success).Select(m => m.Value)
            : RazorComments().Replace(text, string.Empty).Split('\n');
        return said.Where(s => Chinese().IsMatch(s)).Select(s => $"{file}: {s.Trim()[..Math.Min(60, s.Trim().Length)]}");
    }

    [GeneratedRegex(@"\{([A-Za-z0-9]+)(?::[^}]*)?\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""(?<=")([\w-][\w.-]*)(?=")""")]
    private static partial Regex Keys();

    [GeneratedRegex("""(?<=")([\w-][\w.-]*\.)(?="|\{)""")]
    private static partial Regex Beginnings();

    // Comments are taken first, so that a quotation mark inside one opens nothing.
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])+'|(?<text>\$*@?("{3,}).*?\1|\$?@\$?"(?:""|[^"])*"|\$?"(?:\\.|[^"\\\n])*")""", RegexOptions.Singleline)]
    private static partial Regex Literals();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|^\s*//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex RazorComments();

    [GeneratedRegex(@"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();
}
