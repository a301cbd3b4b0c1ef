using Xunit;

namespace Linli.Web.Tests.Architecture;

public class FileLengthTests
{
    private const int MostLines = 400;
    private const int MostForHalf = 100;

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold() => Violations.ShouldBeNone(
        Files(), file => Lines(file) is var lines && lines > MostLines ? [$"{file}: {lines} lines, {MostLines} at most"] : [], atLeast: 100);

    [Fact]
    public void Half_of_the_source_files_are_short()
    {
        var lengths = Files().Select(Lines).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, MostForHalf);
    }

    private static List<string> Files() => [.. House.Files("src", ".cs", ".cshtml", ".css", ".js"), .. House.Files("tests", ".cs")];

    private static int Lines(string file) => House.Read(file).AsSpan().Count('\n');
}
