using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Divisions;

/// <summary>No table was sent.</summary>
public sealed record DivisionFileIsMissing : Refusal
{
    public override string? Field => "File";
}

/// <summary>The table is larger than what is read.</summary>
public sealed record DivisionFileIsTooLarge(string File, int Megabytes) : Refusal
{
    public override string? Field => "File";
}

/// <summary>The bytes are text neither in UTF-8 nor in GB18030.</summary>
public sealed record DivisionFileIsNotText(string File) : Refusal
{
    public override string? Field => "File";
}

/// <summary>The first line does not name the columns that are needed.</summary>
public sealed record DivisionColumnIsMissing(string File, string Column) : Refusal
{
    public override string? Field => "File";
}

/// <summary>There is a header, and nothing below it.</summary>
public sealed record DivisionFileIsEmpty(string File) : Refusal
{
    public override string? Field => "File";
}

/// <summary>A line has fewer fields than the header, or a quote that is never closed.</summary>
public sealed record DivisionLineIsBroken(int Line) : Refusal
{
    public override string? Field => "File";
}

/// <summary>The level of a line is not a number.</summary>
public sealed record DivisionLevelIsNotANumber(int Line, string Level) : Refusal
{
    public override string? Field => "File";
}

/// <summary>The fault stands in this one of several files.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line in it; 0 when the file as a whole is meant.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record DivisionFaultAt(string File, int Line, Refusal Fault);
