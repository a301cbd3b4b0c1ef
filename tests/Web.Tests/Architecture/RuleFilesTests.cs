using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>Rules that are data are read in one way, strictly.</summary>
public class RuleFilesTests
{
    // A notice comes from outside, in a form that is not ours.
    private static readonly string[] ReadThemselves = ["src/Domain/Kernel/RuleFile.cs", "src/Domain/Kernel/HolidayNotice.cs"];

    [Fact]
    public void Only_the_reader_of_rule_files_knows_how_they_are_read() => Violations.ShouldBeNone(
        House.Files("src/Domain", ".cs").Except(ReadThemselves).ToList(),
        file => House.Read(file) is var text && (text.Contains("JsonSerializer", StringComparison.Ordinal) || text.Contains("GetManifestResource", StringComparison.Ordinal)) ? [file] : [],
        atLeast: 100);

    [Fact]
    public void Every_file_of_rules_travels_inside_the_assembly() => Violations.ShouldBeNone(
        House.Files("src/Domain", ".json", ".txt").Where(file => file.Split('/').Length > 3).ToList(),
        file => House.Domain.GetManifestResourceNames().Contains($"Linli.Domain.{file["src/Domain/".Length..].Replace('/', '.')}") ? [] : [file],
        atLeast: 10);
}
