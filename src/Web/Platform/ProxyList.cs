using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Linli.Web.Platform;

/// <summary>The reverse proxies in front of this installation, as LINLI_PROXIES names them: addresses or networks, with commas between.</summary>
internal static class ProxyList
{
    private static readonly char[] Separators = [',', ' '];

    /// <summary>A word that is neither stops the start: a mistyped proxy would make all visitors look like one.</summary>
    public static IReadOnlyList<IPNetwork> Read(string? list) =>
        [.. (list ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];

    public static void UseProxies(this WebApplication app, IReadOnlyList<IPNetwork> proxies)
    {
        if (proxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }

    private static IPNetwork One(string word) =>
        IPNetwork.TryParse(word, out var network) ? network
        : IPAddress.TryParse(word, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new FormatException($"LINLI_PROXIES: \"{word}\" is neither an address nor a network such as 10.0.0.0/24.");
}
