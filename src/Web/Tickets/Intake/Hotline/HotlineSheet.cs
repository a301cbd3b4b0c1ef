namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>The columns of a list of the hotline, told as data (<c>hotline-sheet.json</c>).</summary>
internal static class HotlineSheet
{
    public static readonly string Layout = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(HotlineSheet).Assembly.GetManifestResourceStream(typeof(HotlineSheet), "hotline-sheet.json")!);
        return reader.ReadToEnd();
    }
}
