using System.Globalization;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>The numbers by which places below one place are told apart: the last segment of path and code.</summary>
internal static class PlaceNumbers
{
    /// <summary>The number after the highest one, at least so many digits long. Two who take it at once: the unique key lets one through.</summary>
    public static async Task<string> Next(LinliDb db, Guid parentId, int digits, CancellationToken cancel)
    {
        var codes = await db.Set<Place>().Where(p => p.ParentId == parentId).Select(p => p.Code).ToListAsync(cancel);
        var highest = codes.Select(code => int.TryParse(code[(code.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty().Max();
        return (highest + 1).ToString(new string('0', digits), CultureInfo.InvariantCulture);
    }

    /// <summary>A number as typed, fit for a code: letters and digits, up to eight.</summary>
    public static string Clean(Faults faults, string field, string? text)
    {
        var number = Domain.Kernel.PlainText.HalfWidth(faults.Line(field, text, 8)).Trim().ToUpperInvariant();
        faults.AddIf(number.Length > 0 && !number.All(char.IsAsciiLetterOrDigit), new NumberHasOtherSigns(field));
        return number;
    }
}
