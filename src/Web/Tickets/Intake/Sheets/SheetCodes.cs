using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Personal;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>Signs and reads the codes of this installation's sheets; the key is derived from the master key and lies in no database.</summary>
internal sealed class SheetCodes(SecretKeys keys)
{
    private readonly Lazy<byte[]> key = new(() => keys.For("place-sheets"));

    /// <summary>The address that a sheet's code leads to.</summary>
    public string PathOf(SheetCode code) => $"/q/{code.Write(key.Value)}";

    /// <summary>What a code says; null when it was not signed here, letter by letter.</summary>
    public SheetCode? Read(string? text) => SheetCode.TryRead(text, key.Value, out var code) ? code : null;
}
