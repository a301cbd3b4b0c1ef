using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.TextHelp;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Tickets.Categories;

/// <summary>Categories of matters and what a text suggests, for programs.</summary>
internal static class CategoriesApi
{
    /// <summary>A text to look at; nothing of it is kept.</summary>
    internal sealed record TextBody
    {
        public required string? Text { get; init; }
    }

    public static void MapCategoriesApi(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapGroup("/api/v1/tickets").WithTags("Tickets");
        tickets.MapGet("/categories", (ShowCategories categories, CurrentActor who) => Results.Ok(categories.Usable(who.Required)))
            .Needs(Permission.ReportTickets | Permission.ViewTickets).WithSummary("Categories that may be chosen in your place, on two levels").Produces<IReadOnlyList<CategoryView>>();
        tickets.MapPost("/text-help", (TextBody body, SuggestFromText help, CurrentActor who) => Results.Ok(help.Execute(body.Text, who.Required)))
            .Needs(Permission.ReportTickets | Permission.AcceptTickets).WithSummary("Category and urgency that a text suggests, with the words that counted; decides nothing and keeps nothing")
            .Produces<TextHelpView>();
        var api = app.MapGroup("/api/v1/categories").WithTags("Categories");
        api.Read("/{code}", Permission.ManageCategories, "The categories of a place, with what it changed", (string code, ShowCategories categories, CurrentActor who, CancellationToken cancel) =>
            Show(categories.Execute(code, who.Required, cancel))).Produces<CategoriesView>();
        api.Change("/{code}", Permission.ManageCategories, "Adapt a category for a place and all below: name, party, out of use, tighter deadlines, or a new one of its own", (string code, CategoryRuleInput input, SetCategoryRule set, HttpContext http, CancellationToken cancel) =>
            Act(http, input, context => set.Execute(code, input, context, cancel)));
    }
}
