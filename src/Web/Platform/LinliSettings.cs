using System.Net;

namespace Linli.Web.Platform;

/// <summary>What an installation sets, all by environment variables (see ./run --help).</summary>
internal sealed record LinliSettings
{
    /// <summary>Connection string of PostgreSQL 15 or newer.</summary>
    public required string Database { get; init; }

    /// <summary>Folder of files and keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether the demo world is there: its persons may be entered without a code, and sent messages are shown.</summary>
    public required bool Demo { get; init; }

    /// <summary>Addresses and networks of the reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Sign-in attempts a minute that one address may make.</summary>
    public int SignInsAMinute { get; init; } = 30;

    public static LinliSettings? FromEnvironment() =>
        Environment.GetEnvironmentVariable("LINLI_DATABASE") is { Length: > 0 } database
            ? new LinliSettings
            {
                Database = database,
                DataFolder = Environment.GetEnvironmentVariable("LINLI_DATA") is { Length: > 0 } folder ? folder : ".linli",
                SignInsAMinute = int.TryParse(Environment.GetEnvironmentVariable("LINLI_SIGN_INS_A_MINUTE"), out var most) && most > 0 ? most : 30,
                Proxies = ProxyList.Read(Environment.GetEnvironmentVariable("LINLI_PROXIES")),
                Demo = !string.Equals(Environment.GetEnvironmentVariable("LINLI_DEMO"), "off", StringComparison.OrdinalIgnoreCase),
            }
            : null;
}
