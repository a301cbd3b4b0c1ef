using System.Text;
using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.SignIn;
using Linli.Web.Registry.Privacy.MyData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>A copy of all that is held, to keep: to read and print, or for a program.</summary>
[Needs(Permission.None)]
internal sealed class ExportModel(ExportMyData export, ExportPaper paper, ConfirmItIsMe confirm, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : LinliPage
{
    [BindProperty]
    public ExportForm Input { get; set; } = new();

    public bool IsConfirmed { get; private set; }

    public Task OnGetAsync() => Show();

    public Task<IActionResult> OnPostHtmlAsync() => Copy("html", "text/html; charset=utf-8", copy => Encoding.UTF8.GetBytes(paper.Write(copy)));

    public Task<IActionResult> OnPostJsonAsync() =>
        Copy("json", "application/json", copy => JsonSerializer.SerializeToUtf8Bytes(copy, json.Value.SerializerOptions));

    private async Task<IActionResult> Copy(string extension, string type, Func<PersonalExport, byte[]> write)
    {
        var made = await export.Execute(new ExportInput { Whole = Input.Whole }, Context(), Cancel);
        if (!made.Succeeded(out var copy))
        {
            await Show();
            return Refuse(made.Refusals);
        }

        Response.Headers.CacheControl = "no-store";
        return File(write(copy), type, $"my-data-{copy.At:yyyyMMdd}.{extension}");
    }

    private async Task Show() => IsConfirmed = await confirm.IsFresh(Actor, Cancel);
}

/// <summary>What is chosen for the copy.</summary>
internal sealed class ExportForm
{
    public bool Whole { get; set; }
}
