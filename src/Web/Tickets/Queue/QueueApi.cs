using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Queue.Batch;
using Linli.Web.Tickets.Queue.Filters;
using Linli.Web.Tickets.Queue.Templates;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Tickets.Queue;

/// <summary>The queue for programs: what needs one, filters, templates, several tickets at once.</summary>
internal static class QueueApi
{
    private const Permission Sees = Permission.ViewTickets | Permission.HandleTickets;

    public static void MapQueueApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/work").WithTags("Queue");
        api.MapGet("/", async (WhatNeedsMe needed, CurrentActor who, CancellationToken cancel) => Results.Ok(await needed.Execute(who.Required, cancel)))
            .Needs(Sees).WithSummary("Tickets that need you now, in order, each with its reasons").Produces<NeededTickets>();
        api.MapGet("/filters", async (MyFilters filters, CurrentActor who, CancellationToken cancel) => Results.Ok(await filters.Of(who.Required, cancel)))
            .Needs(Sees).WithSummary("Filters that you kept, and those that your organisation shares").Produces<IReadOnlyList<OfferedFilter>>();
        api.Change("/filters", Sees, "Keep a filter under a name; one of the same name is replaced", (SaveFilterInput input, SaveFilter save, HttpContext http, CancellationToken cancel) =>
            Act(http, input, context => save.Execute(input, context, cancel)));
        api.Change("/filters/default", Sees, "Let your queue open with a filter, or no longer", (FilterInput input, ChooseDefaultFilter choose, HttpContext http, CancellationToken cancel) =>
            Act(http, input, context => choose.Execute(input, context, cancel)));
        api.Change("/filters/remove", Sees, "Delete a filter of yours", (FilterInput input, RemoveFilter remove, HttpContext http, CancellationToken cancel) =>
            Act(http, input, context => remove.Execute(input, context, cancel)));
        api.MapGet("/templates", async (ListTemplates templates, CurrentActor who, CancellationToken cancel) => Results.Ok(await templates.Of(who.Required, cancel)))
            .Needs(Permission.HandleTickets | Permission.AcceptTickets).WithSummary("Response templates that you may use").Produces<IReadOnlyList<OfferedTemplate>>();
        api.Change("/templates", Permission.ManageTemplates, "Word a response template for your organisation", (TemplateInput input, SetTemplate set, HttpContext http, CancellationToken cancel) =>
            Act(http, input, context => set.Execute(input, context, cancel)));
        api.Change("/templates/remove", Permission.ManageTemplates, "Delete a template of your organisation", (RemoveTemplateInput input, RemoveTemplate remove, HttpContext http, CancellationToken cancel) =>
            Act(http, input, context => remove.Execute(input, context, cancel)));
        api.Change("/batch", Permission.AcceptTickets | Permission.AssignTickets | Permission.HandleTickets, "Do one thing with several tickets; each has its own outcome", (BatchInput input, ActOnTickets act, HttpContext http, CancellationToken cancel) =>
            Act(http, input, context => act.Execute(input, context, cancel))).Produces<Made<BatchReport>>();
    }
}
