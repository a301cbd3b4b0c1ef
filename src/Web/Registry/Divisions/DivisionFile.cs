namespace Linli.Web.Registry.Divisions;

/// <summary>A table of divisions as it was sent.</summary>
/// <param name="Name">The file's name, for messages and as the source of new places.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record DivisionFile(string Name, byte[] Content)
{
    /// <summary>The largest table that is read: a large province has about 6 MB.</summary>
    public const int MaxSize = 20 * 1024 * 1024;
}
