using System.Security.Cryptography;
using Npgsql;

namespace Linli.Web.Platform.Personal;

/// <summary>Why the master key in the data folder cannot be used with this database.</summary>
internal enum MasterKeyFault
{
    /// <summary>The database holds what a key has encrypted, and there is no key.</summary>
    Missing,

    /// <summary>The key is not the one that encrypted what the database holds, or no key at all.</summary>
    Wrong,
}

/// <summary>
/// Compares the master key with the database before anything is served: with a wrong one no number could be read and nobody
/// could sign in, and with a new one beside an old database the old numbers would be lost unnoticed.
/// </summary>
internal sealed class MasterKeyCheck(LinliSettings settings, NpgsqlDataSource database, IServiceProvider services, TimeProvider clock)
{
    private string KeyFile => SecretKeys.FileIn(settings.DataFolder);

    /// <summary>What is wrong; null when the key fits, or when nothing has been encrypted yet.</summary>
    public async Task<MasterKeyFault?> Run(CancellationToken cancel)
    {
        var mark = await Has("platform.master_key", cancel) ? await One("select mark from platform.master_key", cancel) : null;
        var sample = mark ?? await Sample(cancel);
        if (sample is null)
        {
            return null;
        }

        return !File.Exists(KeyFile) ? MasterKeyFault.Missing : Fits(mark, sample) ? null : MasterKeyFault.Wrong;
    }

    /// <summary>Notes by what the key is recognised, once; a node that came at the same moment with another key is refused.</summary>
    public async Task<MasterKeyFault?> Remember(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("insert into platform.master_key (mark, made_at) values ($1, $2) on conflict do nothing");
        command.Parameters.AddWithValue(services.GetRequiredService<SecretKeys>().For("mark"));
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancel);
        return await Run(cancel);
    }

    private bool Fits(byte[]? mark, byte[] sample)
    {
        try
        {
            if (mark is not null)
            {
                return CryptographicOperations.FixedTimeEquals(mark, services.GetRequiredService<SecretKeys>().For("mark"));
            }

            services.GetRequiredService<PersonalCipher>().Decrypt(sample);
            return true;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    // A database from before the mark: anything that only the right key opens.
    private async Task<byte[]?> Sample(CancellationToken cancel) =>
        (await Has("registry.people", cancel) ? await One("select phone_cipher from registry.people where phone_cipher is not null limit 1", cancel) : null)
        ?? (await Has("platform.data_protection_keys", cancel) ? await One("select decode(xml, 'base64') from platform.data_protection_keys limit 1", cancel) : null);

    private async Task<bool> Has(string table, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select to_regclass($1) is not null");
        command.Parameters.AddWithValue(table);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<byte[]?> One(string sql, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancel) as byte[];
    }
}
