using Linli.Domain.Kernel;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>The row names no compound, and the post looks after more than one.</summary>
public sealed record HotlineCompoundIsMissing : Refusal
{
    public override string? Field => "Compound";
}

/// <summary>No compound of the post's area has this name or code, or more than one has.</summary>
public sealed record HotlineCompoundIsNotClear(string Text) : Refusal
{
    public override string? Field => "Compound";
}

/// <summary>The compound has no such building.</summary>
public sealed record HotlineBuildingIsUnknown(string Text) : Refusal
{
    public override string? Field => "Building";
}

/// <summary>No category has this name.</summary>
public sealed record HotlineCategoryIsUnknown(string Text) : Refusal
{
    public override string? Field => "Category";
}

/// <summary>A day with its time was expected.</summary>
public sealed record HotlineMomentIsNotUnderstood(string Text, string Column) : Refusal
{
    public override string? Field => Column;
}

/// <summary>A deadline lies before the call.</summary>
public sealed record HotlineDeadlineIsBeforeTheCall(string Column) : Refusal
{
    public override string? Field => Column;
}

/// <summary>The call lies in the future.</summary>
public sealed record HotlineCallIsInTheFuture : Refusal
{
    public override string? Field => "CalledAt";
}

/// <summary>The same work order stands further up.</summary>
public sealed record HotlineNumberIsThereTwice(int Row) : Refusal
{
    public override string? Field => "Number";
}

/// <summary>The work order is registered in another compound than the row says, or outside the post's area.</summary>
public sealed record HotlineNumberIsElsewhere : Refusal
{
    public override string? Field => "Number";
}

/// <summary>More work orders than are taken over at once.</summary>
public sealed record HotlineListIsTooLong(int Most, int Rows) : Refusal
{
    public override string? Field => "File";
}

/// <summary>The list that was looked at is gone: a day has passed, or it was somebody else's.</summary>
public sealed record HotlineListIsGone : Refusal
{
    public override string? Field => "File";
}

/// <summary>Neither building nor place is told.</summary>
public sealed record HotlinePlaceIsMissing : Refusal
{
    public override string? Field => "Place";
}
