using Linli.Domain.Kernel;
using Linli.Web.Platform.Spreadsheets;

namespace Linli.Web.Registry.Exchange;

internal static class WorkbookFile
{
    /// <summary>Reads what was uploaded, unless it is larger than what is read at all.</summary>
    public static async Task<Outcome<UploadedWorkbook>> Read(IFormFile? file, CancellationToken cancel)
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
        return new UploadedWorkbook(Path.GetFileName(file.FileName), content);
    }
}
