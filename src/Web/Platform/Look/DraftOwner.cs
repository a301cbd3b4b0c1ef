using System.Security.Cryptography;
using System.Text;
using Linli.Web.Platform.Access;

namespace Linli.Web.Platform.Look;

/// <summary>Whose drafts a browser keeps: on a shared phone nobody is offered what somebody else typed. A mark, so that no id lies about in the browser.</summary>
internal static class DraftOwner
{
    public static string Of(HttpContext http) => http.RequestServices.GetService<CurrentActor>()?.Actor is { } actor
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"linli.draft:{actor.PersonId}")))[..12]
        : string.Empty;
}
