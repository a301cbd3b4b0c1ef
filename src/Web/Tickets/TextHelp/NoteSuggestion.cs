using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.TextHelp;

/// <summary>Notes with an acceptance what the text help would have said, so that it can be measured whether it was taken.</summary>
internal sealed class NoteSuggestion(LinliDb db, TextModels models)
{
    public void Note(Ticket ticket, string accepted, Urgency urgency, CategoryTree tree, ProcessContext context)
    {
        var used = models.Now;
        var suggestion = used.Model.Suggest(ticket.Description, tree);
        if (suggestion.Urgency is not { } suggested)
        {
            return;
        }

        db.Add(new TextSuggestionRow
        {
            TicketId = ticket.Id, Model = used.Number, Suggested = [.. suggestion.Categories.Select(c => c.Code)], SuggestedUrgency = suggested,
            Share = (int)((suggestion.Categories.FirstOrDefault()?.Share ?? 0) * 1000), Reported = ticket.Category, Accepted = accepted, AcceptedUrgency = urgency, At = context.At,
        });
    }
}
