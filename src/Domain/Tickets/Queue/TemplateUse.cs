namespace Linli.Domain.Tickets.Queue;

/// <summary>For which words of handling a response template is.</summary>
public enum TemplateUse
{
    /// <summary>What is noted on a contact with the reporter.</summary>
    Contact,

    /// <summary>What is answered as the result.</summary>
    Result,
}
