using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Linli.Web.Platform.Text;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>Acts stand in the audit trail under the name of their use case: EndPost, not end-post.</summary>
public partial class ProcessNamesTests
{
    [Fact]
    public void Process_names_are_written_as_use_cases_are() => Violations.ShouldBeNone(
        Names().ToList(), name => Shape().IsMatch(name.Word) ? [] : [$"{name.File}: {name.Word}"], atLeast: 20);

    [Fact]
    public void Subjects_are_written_as_entities_are() => Violations.ShouldBeNone(
        (from file in House.Files("src/Web", ".cs") from found in Subjects().Matches(House.Read(file)) select (File: file, Word: found.Groups["word"].Value)).ToList(),
        subject => Shape().IsMatch(subject.Word) ? [] : [$"{subject.File}: {subject.Word}"],
        atLeast: 20);

    [Fact]
    public void Every_process_can_be_named_to_people() => Violations.ShouldBeNone(
        Names().Select(name => name.Word).Distinct().ToList(), word => Said.GetString($"Process.{word}", CultureInfo.InvariantCulture) is null ? [$"Process.{word} has no text"] : [], atLeast: 20);

    private static readonly ResourceManager Said = new(typeof(Texts));

    private static IEnumerable<(string File, string Word)> Names() =>
        from file in House.Files("src/Web", ".cs")
        let text = House.Read(file)
        from found in Constants().Matches(text).Concat(Arguments().Matches(text))
        let word = found.Groups["word"].Value.Trim()
        select (file, word.StartsWith("nameof(", StringComparison.Ordinal) ? word[7..^1].Split('.')[^1] : word.Trim('"'));

    [GeneratedRegex("""const string Process\w* = (?<word>[^;]+);""")]
    private static partial Regex Constants();

    // What is handed on as a variable was named where the constant stands.
    [GeneratedRegex("""\b(?:changes\.Save|HandledBefore|ChangeCommands\.AddTo)\((?:batch, )?context[^,"]*, (?<word>"[^"]+"|nameof\([^)]+\))""")]
    private static partial Regex Arguments();

    [GeneratedRegex("""changes\.Save\([^"\n]*, (?:\w*Process|nameof\(\w+\)), "(?<word>[^"]+)",""")]
    private static partial Regex Subjects();

    [GeneratedRegex("^[A-Z][a-z]+(?:[A-Z][a-z]+)*$")]
    private static partial Regex Shape();
}
