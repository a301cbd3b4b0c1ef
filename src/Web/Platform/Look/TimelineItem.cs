namespace Linli.Web.Platform.Look;

public enum StepState
{
    ToDo,
    Now,
    Done,
}

/// <summary>One step of a matter and what happened in it.</summary>
public sealed record TimelineItem(string Title, StepState State, IReadOnlyList<TimelineEvent> Events);

/// <summary>Something that happened: when, in words for people; by whom, where it matters; with photos, if any.</summary>
public sealed record TimelineEvent(string When, string Text)
{
    public DateTimeOffset? At { get; init; }

    public string? Actor { get; init; }

    public Tone ActorTone { get; init; } = Tone.Plain;

    public IReadOnlyList<PhotoItem> Photos { get; init; } = [];
}
