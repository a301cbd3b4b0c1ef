namespace Linli.Web.Platform.Look;

/// <summary>The frame for a visitor who has not signed in.</summary>
internal sealed class SignedOutShell : IShell
{
    public bool IsSignedIn => false;

    public string? PlaceName => null;

    public string? PlaceNote => null;

    public string? CapacityName => null;

    public string PersonName => "";

    public int Unread => 0;

    public bool AsksToReadNotice => false;

    public IReadOnlyList<NavItem> Nav => [];

    public IReadOnlyList<NavItem> Tabs => [];

    public string HomeHref => "/";

    public string SignInHref => "/sign-in";

    public string SignOutHref => "/sign-out";

    public string? SwitchHref => null;

    public bool IsDemo => false;
}
