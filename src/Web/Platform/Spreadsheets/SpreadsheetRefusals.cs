using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>No file was sent.</summary>
public sealed record WorkbookIsMissing : Refusal
{
    public override string? Field => "File";
}

/// <summary>The file is larger than what is read.</summary>
public sealed record WorkbookIsTooLarge(int Megabytes) : Refusal
{
    public override string? Field => "File";
}

/// <summary>The file is no .xlsx: an old .xls, a .csv, a picture, whatever.</summary>
public sealed record WorkbookIsNotXlsx : Refusal
{
    public override string? Field => "File";
}

/// <summary>An old .xls, or protected by a password: both look alike from outside.</summary>
public sealed record WorkbookIsOldOrProtected : Refusal
{
    public override string? Field => "File";
}

/// <summary>The workbook carries macros.</summary>
public sealed record WorkbookHasMacros : Refusal
{
    public override string? Field => "File";
}

/// <summary>Unpacked it would be larger than any register: a mistake, or made to exhaust the machine.</summary>
public sealed record WorkbookUnpacksTooLarge : Refusal
{
    public override string? Field => "File";
}

/// <summary>It calls itself a workbook and cannot be read.</summary>
public sealed record WorkbookIsDamaged : Refusal
{
    public override string? Field => "File";
}
