namespace Linli.Domain.Tickets.Queue;

/// <summary>What a template leaves open until it is used for a ticket.</summary>
public enum TemplatePlace
{
    /// <summary>The ticket's number.</summary>
    Number,

    /// <summary>Where it is.</summary>
    Place,

    /// <summary>Who handles it.</summary>
    Worker,

    /// <summary>Until when the result is due.</summary>
    Time,
}
