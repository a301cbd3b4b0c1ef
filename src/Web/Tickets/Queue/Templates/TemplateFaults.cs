using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Templates;

/// <summary>What is wrong with a template.</summary>
internal sealed class TemplateFaults : FaultList
{
    /// <summary>Title and words, judged; a preview asks the same.</summary>
    public (string Title, string Body) Read(TemplateInput input)
    {
        var title = Line(nameof(input.Title), input.Title, TemplateText.LongestTitle);
        var body = Text(nameof(input.Body), input.Body, TemplateText.LongestBody);
        if (TemplateText.Fault(body) is { } fault)
        {
            Add(fault);
        }

        return (title, body);
    }
}

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
