using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Alliances;

/// <summary>The lists of associations and agreements as workbooks, filtered as they are shown.</summary>
internal sealed class AllianceExports(
    ListAssociations associations, ListAgreements agreements, ExportNote note, IStringLocalizer<AlliancesTexts> words, IStringLocalizer<RegistryTexts> registry, TimeProvider clock)
{
    public IResult Associations(AssociationFilter filter, Actor actor, CancellationToken cancel) => Scope.Of(actor, Permission.ViewRegistry).IsNothing ? Results.NotFound()
        : List(words["AlliancesTitle"], actor, async page => (await associations.Execute(filter, page, actor, cancel, ListWorkbook.PageSize)).Rows,
        [
            new("Column.Name", 40, row => row.Name), new("FilterKind", 18, row => registry[$"OrganisationKind.{row.Kind}"].Value), new("FilterPlace", 18, row => row.PlaceName),
            new("Column.Members", 10, row => row.Members), new("Column.Activities", 12, row => row.ActivitiesThisYear), new("Column.DutiesOpen", 14, row => row.DutiesWithoutWork),
            new("FilterState", 10, row => row.HasEnded ? words["HasEnded"].Value : null),
        ]);

    public IResult Agreements(AgreementFilter filter, Actor actor, CancellationToken cancel) => Scope.Of(actor, Permission.ViewRegistry).IsNothing ? Results.NotFound()
        : List(words["AgreementsTitle"], actor, async page => (await agreements.Execute(filter, page, actor, cancel, ListWorkbook.PageSize)).Rows,
        [
            new("Column.Title", 40, row => row.Title), new("Column.FirstParty", 30, row => row.FirstParty), new("Column.SecondParty", 30, row => row.SecondParty),
            new("Column.FirstDay", 14, row => row.FirstDay), new("Column.LastDay", 14, row => row.LastDay), new("FilterState", 12, row => words[$"AgreementState.{row.State}"].Value),
            new("Column.Overdue", 12, row => row.Overdue), new("Column.Fulfilled", 12, row => row.Rate.Fulfilled), new("Column.Due", 12, row => row.Rate.Due),
        ]);

    private SpreadsheetAnswer List<T>(string name, Actor actor, Func<int, Task<IReadOnlyList<T>>> read, ListColumn<T>[] columns) => new(name, (target, cancel) =>
        ListWorkbook.Write(
            target, name, note.Of(actor, clock.GetUtcNow()), [.. columns.Select(column => column with { Header = words[column.Header] })], ListWorkbook.Pages(read), cancel));
}

/// <summary>The downloads behind the buttons of the lists, and the same for programs.</summary>
internal static class AllianceExportRoutes
{
    public static void MapAllianceExports(this RouteGroupBuilder group)
    {
        Download(group, "/alliances/export", "Associations and alliances, filtered as in the list (.xlsx)", (AllianceExports lists, CurrentActor who, CancellationToken x, OrganisationKind? kind = null, AssociationStanding? state = null, string? place = null) =>
            lists.Associations(new(kind, state, place), who.Required, x));
        Download(group, "/agreements/export", "Co-building agreements, filtered as in the list (.xlsx)", (AllianceExports lists, CurrentActor who, CancellationToken x, AgreementState? state = null, AgreementDue? due = null, string? place = null) =>
            lists.Agreements(new(state, due, place), who.Required, x));
    }

    private static void Download(RouteGroupBuilder group, string route, string summary, Delegate handler) =>
        group.MapGet(route, handler).Needs(Permission.ViewRegistry).WithSummary(summary).Produces(200, contentType: WorkbookWriter.MediaType).ProducesProblem(404);
}
