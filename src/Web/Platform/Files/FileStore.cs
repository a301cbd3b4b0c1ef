namespace Linli.Web.Platform.Files;

/// <summary>Bytes by their SHA-256 in a folder that all web nodes share (LINLI_DATA/files). Written beside, then renamed, so none is ever half there.</summary>
internal sealed class FileStore(string folder)
{
    public async Task Write(byte[] sha256, byte[] bytes, CancellationToken cancel)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(bytes, cancel);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    public Stream Open(byte[] sha256) => File.OpenRead(PathOf(sha256));

    public void Delete(byte[] sha256) => File.Delete(PathOf(sha256));

    private string PathOf(byte[] sha256)
    {
        var name = Convert.ToHexStringLower(sha256);
        return Path.Combine(folder, name[..2], name);
    }
}
