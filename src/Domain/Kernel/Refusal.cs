namespace Linli.Domain.Kernel;

/// <summary>
/// A rule said no. Each kind of refusal is a record named as a sentence; the name is the message key in the resources
/// and the problem type of the API. Values that the message mentions are the record's properties, by name.
/// </summary>
public abstract record Refusal
{
    /// <summary>The stable code: the record's name, for example <c>TicketIsClosed</c>.</summary>
    public string Code => GetType().Name;

    /// <summary>The name of the input that the refusal belongs to, or null when it concerns the whole act.</summary>
    public virtual string? Field => null;
}
