using Linli.Web.Platform.Look;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Look;

public class NavItemTests
{
    private static readonly NavItem Home = new("Home", "/", "home", "Daily");
    private static readonly NavItem Tickets = new("Tickets", "/tickets", "tool", "Daily");
    private static readonly NavItem Overdue = new("Alerts", "/tickets/overdue", "clock", "Daily");
    private static readonly NavItem[] All = [Home, Tickets, Overdue];

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/tickets", "/tickets")]
    [InlineData("/tickets/17", "/tickets")]
    [InlineData("/Tickets/Overdue/2", "/tickets/overdue")]
    public void APageBelongsToTheLongestAddressAboveIt(string path, string expected) =>
        NavItem.Current(All, path)!.Href.ShouldBe(expected);

    [Theory]
    [InlineData("/ticketsold")]
    [InlineData("/votes")]
    public void APageOutsideBelongsToNone(string path) => NavItem.Current(All, path).ShouldBeNull();
}
