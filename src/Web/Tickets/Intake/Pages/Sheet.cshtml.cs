using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Intake.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Intake.Pages;

/// <summary>The sheet of a building as it is printed on A4 and hung at the door. What hangs there is Chinese, whoever prints it.</summary>
[Needs(Permission.AcceptTickets)]
internal sealed class SheetModel(ShowSheet sheets) : LinliPage
{
    private static readonly System.Resources.ResourceManager Words = new(typeof(IntakeWords));

    public PrintedSheet Sheet { get; private set; } = null!;

    public QrDrawing Code { get; private set; } = null!;

    public string Chinese(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Words.GetString(key, TextModule.Chinese)!, values);

    public async Task<IActionResult> OnGetAsync(Guid place, CancellationToken cancel)
    {
        if (await sheets.Execute(place, Actor, cancel) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Code = QrDrawing.Of($"{Request.Scheme}://{Request.Host}{Request.PathBase}{sheet.Path}");
        return Page();
    }
}
