namespace Linli.Web.Platform.Files;

/// <summary>A file that may be stored: of an accepted kind and, for images, without metadata.</summary>
/// <param name="Kind">What the content is.</param>
/// <param name="Bytes">The bytes to store; cleaning them again gives the same bytes.</param>
/// <param name="Width">Pixels from left to right as shown, after a JPEG's orientation; null for a PDF.</param>
/// <param name="Height">Pixels from top to bottom as shown; null for a PDF.</param>
internal sealed record CleanFile(FileKind Kind, byte[] Bytes, int? Width, int? Height);
