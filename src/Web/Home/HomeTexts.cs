namespace Linli.Web.Home;

/// <summary>Marker of the home page's resources.</summary>
internal sealed class HomeTexts;
