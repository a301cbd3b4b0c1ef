using System.Globalization;
using System.Resources;
using Linli.Web.Platform.Text;

namespace Linli.Web.Registry;

/// <summary>Names that the registry gives by itself. They are data and Chinese, in whatever language the clerk reads.</summary>
internal static class ChineseNames
{
    private static readonly ResourceManager Names = new(typeof(RegistryTexts));

    public static string Building(string number) => Format("Given.Building", number);

    public static string Entrance(string number) => Format("Given.Entrance", number);

    /// <summary>The one who runs this installation, until it is given its own name.</summary>
    public static string Operator => Format("Given.Operator");

    private static string Format(string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Names.GetString(key, TextModule.Chinese)!, values);
}
