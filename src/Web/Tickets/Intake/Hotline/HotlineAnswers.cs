using Linli.Domain.Kernel;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Contract;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>What page and API share of a list's way in and out.</summary>
internal static class HotlineAnswers
{
    public static SpreadsheetAnswer Template(IListWorkbooks workbooks, IStringLocalizer<IntakeWords> words) => new(words["Hotline.Title"], (target, _) =>
    {
        workbooks.WriteTemplate(target, HotlineSheet.Layout, words["Hotline.Title"]);
        return Task.CompletedTask;
    });

    /// <summary>Reads what was uploaded, unless it is larger than what is read at all.</summary>
    public static async Task<Outcome<HotlineList>> Read(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            return new WorkbookIsMissing();
        }

        if (file.Length > WorkbookPackage.LargestFile)
        {
            return new WorkbookIsTooLarge(WorkbookPackage.LargestFile / 1024 / 1024);
        }

        await using var stream = file.OpenReadStream();
        var content = new byte[file.Length];
        await stream.ReadExactlyAsync(content, cancel);
        return new HotlineList(Path.GetFileName(file.FileName), content);
    }
}
