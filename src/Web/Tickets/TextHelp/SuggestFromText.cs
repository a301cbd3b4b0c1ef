using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Categories;

namespace Linli.Web.Tickets.TextHelp;

/// <summary>A category that the text may be about.</summary>
public sealed record SuggestedCategory(string Code, string Title, int Percent, IReadOnlyList<string> Why);

/// <summary>What a text suggests; a person decides.</summary>
/// <param name="Categories">At most three, the likeliest first; none where the text says too little.</param>
/// <param name="Urgency">The urgency that would cost least if it were wrong.</param>
/// <param name="UrgencyWhy">The words that counted for it.</param>
/// <param name="Danger">Name of the danger that raised the urgency.</param>
/// <param name="Call">Number to call at once.</param>
public sealed record TextHelpView(IReadOnlyList<SuggestedCategory> Categories, Urgency? Urgency, IReadOnlyList<string> UrgencyWhy, string? Danger, string? Call)
{
    public static readonly TextHelpView None = new([], null, [], null, null);
}

/// <summary>Asks the model about a text with the categories of a place.</summary>
internal sealed class SuggestFromText(TextModels models, CategoryBook book)
{
    private const int Longest = 2000;

    /// <summary>For the actor's own place.</summary>
    public TextHelpView Execute(string? text, Actor actor) =>
        (Scope.Of(actor, Permission.ReportTickets).IsNothing && Scope.Of(actor, Permission.AcceptTickets).IsNothing) || actor.Capacity is not { } capacity ? TextHelpView.None : At(text, capacity.Path);

    /// <summary>For a place whose matter the actor has before him.</summary>
    public TextHelpView At(string? text, PlacePath place)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return TextHelpView.None;
        }

        var tree = book.At(place);
        var suggestion = models.Now.Model.Suggest(text.Length > Longest ? text[..Longest] : text, tree);
        return new(
            [.. suggestion.Categories.Select(c => new SuggestedCategory(c.Code, book.Title(tree.Find(c.Code)!), (int)Math.Round(c.Share * 100), c.Why))],
            suggestion.Urgency, suggestion.UrgencyWhy, suggestion.Danger?.Code, suggestion.Danger?.Call);
    }
}
