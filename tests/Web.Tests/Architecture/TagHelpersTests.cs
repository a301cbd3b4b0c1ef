using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>A tag of ours without the attributes it needs is left in the page as it is written, and nobody is told.</summary>
public partial class TagHelpersTests
{
    [Fact]
    public void Every_tag_of_ours_says_what_it_needs() => Violations.ShouldBeNone(House.Files("src", ".cshtml").ToList(), Bare, atLeast: 100);

    // A tag stands on one line; what one of its forms needs is enough.
    private static IEnumerable<string> Bare(string file) =>
        from line in House.Read(file).Split('\n')
        from tag in Tag().Matches(line)
        let needs = Needs[tag.Groups["name"].Value].ToList()
        where needs.Count > 0 && !needs.Any(form => form.All(name => Regex.IsMatch(line[tag.Index..], $@"\s{Regex.Escape(name)}=")))
        select $"{file}: {line.Trim()[..Math.Min(100, line.Trim().Length)]}";

    private static readonly ILookup<string, string[]> Needs = House.Web.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<HtmlTargetElementAttribute>())
        .Where(target => target.Tag is not ("*" or "form") && target.Attributes is not null)
        .ToLookup(target => target.Tag, target => target.Attributes!.Split(',', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"<(?<name>[a-z][a-z-]*)(?=[\s/>])")]
    private static partial Regex Tag();
}
