using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>A response template as an organisation words it.</summary>
public sealed record TemplateInput : ChangeInput
{
    /// <summary>The own template that is changed; left out for a new one.</summary>
    public Guid? TemplateId { get; set; }

    /// <summary>Code of the shipped template in whose place it stands.</summary>
    public string? Code { get; set; }

    public TemplateUse? Use { get; set; }

    public string? Title { get; set; }

    public string? Body { get; set; }

    /// <summary>It is offered to nobody.</summary>
    public bool IsOff { get; set; }
}

/// <summary>A template of the own organisation that is to go; what it stood in the place of is back then.</summary>
public sealed record RemoveTemplateInput : ChangeInput
{
    public Guid TemplateId { get; set; }
}
