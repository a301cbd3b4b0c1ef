using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Files;

/// <summary>Width and height in pixels, as an image's header announces them.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    internal const int LimitMegapixels = 50;
    private const long PixelsPerMegapixel = 1_000_000;

    /// <summary>Why an image of this size is refused; null when it is not.</summary>
    internal Refusal? Refusal =>
        Width <= 0 || Height <= 0 ? new FileIsDamaged()
        : (long)Width * Height > LimitMegapixels * PixelsPerMegapixel ? new ImageIsTooLarge(LimitMegapixels)
        : null;

    /// <summary>The size after a quarter turn.</summary>
    internal ImageSize Turned => new(Height, Width);
}
