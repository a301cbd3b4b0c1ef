using System.Text.RegularExpressions;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>Whether a term holds is asked in one way: <c>Terms</c> in C#, registry.holds and registry.not_over in SQL.</summary>
public partial class TermsTests
{
    [Fact]
    public void No_query_writes_the_end_of_a_term_by_hand() => Violations.ShouldBeNone(
        House.Files("src/Web", ".cs"), file => ByHand().Matches(House.Read(file)).Select(match => $"{file}: {match.Value}"), atLeast: 100);

    [GeneratedRegex(@"(?:\w+\.)?(\w+) (?:== null|is null) (?:\|\||or) (?:\w+\.)?\1 >= ")]
    private static partial Regex ByHand();
}
