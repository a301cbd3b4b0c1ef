using System.Text;
using QRCoder;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>A code as the path of a drawing: dark squares joined along each row, one unit each, inside the white border that readers need.</summary>
internal sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        // A quarter of it may be dirty or torn and it is read still.
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }
}
