using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.TextHelp;

namespace Linli.Web.Tickets.Categories;

/// <summary>Categories of matters and what a text suggests, for programs.</summary>
internal static class CategoriesApi
{
    /// <summary>A text to look at; nothing of it is kept.</summary>
    internal sealed record TextBody(string? Text);

    /// <summary>The id of what was made.</summary>
    internal sealed record Made(Guid Value);

    public static void MapCategoriesApi(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapGroup("/api/v1/tickets").WithTags("Tickets");
        tickets.MapGet("/categories", (ShowCategories categories, CurrentActor who) => Results.Ok(categories.Usable(who.Required)))
            .Needs(Permission.ReportTickets | Permission.ViewTickets).WithSummary("Categories that may be chosen in your place, on two levels").Produces<IReadOnlyList<CategoryView>>();
        tickets.MapPost("/text-help", (TextBody body, SuggestFromText help, CurrentActor who) => Results.Ok(help.Execute(body.Text, who.Required)))
            .Needs(Permission.ReportTickets | Permission.AcceptTickets).WithSummary("Category and urgency that a text suggests, with the words that counted; decides nothing and keeps nothing")
            .Produces<TextHelpView>();
        var api = app.MapGroup("/api/v1/categories").WithTags("Categories");
        api.MapGet("/{code}", Find).Needs(Permission.ManageCategories).WithSummary("The categories of a place, with what it changed").Produces<CategoriesView>().ProducesProblem(404);
        api.MapPost("/{code}", Set).Needs(Permission.ManageCategories)
            .WithSummary("Adapt a category for a place and all below: name, party, out of use, tighter deadlines, or a new one of its own")
            .Produces<Made>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Find(string code, ShowCategories categories, CurrentActor who, CancellationToken cancel) =>
        await categories.Execute(code, who.Required, cancel) is { } view ? Results.Ok(view) : Results.NotFound();

    private static async Task<IResult> Set(string code, CategoryRuleInput input, SetCategoryRule set, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var context = new ProcessContext { Actor = who.Required, At = clock.GetUtcNow(), RequestId = input.RequestId ?? Guid.NewGuid() };
        var made = await set.Execute(code, input, context, cancel);
        return made.Succeeded(out var id) ? Results.Ok(new Made(id)) : Problems.From(http, made.Refusals);
    }
}
