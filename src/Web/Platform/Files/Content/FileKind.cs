namespace Linli.Web.Platform.Files;

/// <summary>The kinds of files that people may hand in; judged by content, never by name or by what the browser says.</summary>
internal enum FileKind
{
    Jpeg = 1,
    Png = 2,
    WebP = 3,
    Pdf = 4,
}

internal static class FileKinds
{
    extension(FileKind kind)
    {
        /// <summary>The media type to serve the file with (always beside <c>X-Content-Type-Options: nosniff</c>).</summary>
        public string MediaType => kind switch
        {
            FileKind.Jpeg => "image/jpeg",
            FileKind.Png => "image/png",
            FileKind.WebP => "image/webp",
            FileKind.Pdf => "application/pdf",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

        /// <summary>The ending of the file's name, with its dot.</summary>
        public string Extension => kind switch
        {
            FileKind.Jpeg => ".jpg",
            FileKind.Png => ".png",
            FileKind.WebP => ".webp",
            FileKind.Pdf => ".pdf",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }
}
