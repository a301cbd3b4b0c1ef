using System.Security.Cryptography;
using System.Text;

namespace Linli.Web.Platform.Personal;

/// <summary>
/// Keys derived from one master key, which lies beside the files (LINLI_DATA/keys/master.key) and never in the database.
/// All web nodes of one installation share it; whoever loses it loses the encrypted numbers. A new one is made for a new database
/// only: <see cref="MasterKeyCheck"/> looks before anything asks for a key, which nothing does while the host is being built.
/// </summary>
internal sealed class SecretKeys
{
    private readonly Lazy<byte[]> master;

    public SecretKeys(string dataFolder) => master = new(() => ReadOrCreate(FileIn(dataFolder)));

    public static string FileIn(string dataFolder) => Path.Combine(dataFolder, "keys", "master.key");

    public byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master.Value, 32, info: Encoding.UTF8.GetBytes(purpose));

    private static byte[] ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Environment.ProcessId}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(draft, options))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
            }

            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another node was first; its key counts.
                File.Delete(draft);
            }
        }

        return Convert.FromBase64String(File.ReadAllText(path).Trim());
    }
}
