using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>What is wrong with a template.</summary>
internal sealed class TemplateFaults : FaultList;

/// <summary>An organisation has so many templates of its own.</summary>
public sealed record TemplatesAreTooMany(int Most) : Refusal
{
    public override string Field => nameof(TemplateInput.Title);
}

/// <summary>Nobody said what the template is for.</summary>
public sealed record TemplateUseIsMissing : Refusal
{
    public override string Field => nameof(TemplateInput.Use);
}

/// <summary>The organisation has another template of this title.</summary>
public sealed record TemplateTitleIsTaken : Refusal
{
    public override string Field => nameof(TemplateInput.Title);
}
