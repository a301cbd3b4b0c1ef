using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Files;

/// <summary>The file has no bytes.</summary>
internal sealed record FileIsEmpty : Refusal;

/// <summary>The file has more bytes than are accepted.</summary>
/// <param name="LimitMegabytes">The limit in units of 1,048,576 bytes.</param>
internal sealed record FileIsTooLarge(int LimitMegabytes) : Refusal;

/// <summary>The content is no JPEG, PNG, WebP or PDF, or a variant of these that browsers do not show.</summary>
internal sealed record FileKindIsNotAccepted : Refusal;

/// <summary>The content begins as an accepted kind but is cut off, contradicts itself or cannot be read to its end.</summary>
internal sealed record FileIsDamaged : Refusal;

/// <summary>Unpacked, the image would take too much memory, however small the file is.</summary>
/// <param name="LimitMegapixels">The limit in millions of pixels.</param>
internal sealed record ImageIsTooLarge(int LimitMegapixels) : Refusal;

/// <summary>The PDF carries scripts, starts programs or has other files inside.</summary>
internal sealed record PdfHasActiveContent : Refusal;
