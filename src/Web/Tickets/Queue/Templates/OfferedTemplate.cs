using Linli.Domain.Tickets.Queue;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>A response template as the actor's organisation words it.</summary>
public sealed record OfferedTemplate
{
    /// <summary>Names it in addresses and forms: the code of a shipped one, or the id.</summary>
    public required string Key { get; init; }

    /// <summary>Of the organisation's own wording; null while the shipped words stand.</summary>
    public required Guid? Id { get; init; }

    /// <summary>Of the shipped template; null for one of the organisation's own.</summary>
    public required string? Code { get; init; }

    public required TemplateUse Use { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    /// <summary>It is offered to nobody; whoever keeps the templates sees it still.</summary>
    public required bool IsOff { get; init; }
}
