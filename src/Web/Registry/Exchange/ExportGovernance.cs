using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Committees;
using Linli.Web.Registry.Documents;
using Linli.Web.Registry.Party;
using Microsoft.Extensions.Localization;
using CommitteeRow = Linli.Web.Registry.Committees.CoverageRow;

namespace Linli.Web.Registry.Exchange;

/// <summary>Committees, what Party organisations cover, and governing documents as workbooks, filtered as they are shown.</summary>
internal sealed class ExportGovernance(
    Committees.ShowCoverage committees, ListCoverage coverage, ListDocuments documents, ListExport export,
    IStringLocalizer<CommitteeTexts> body, IStringLocalizer<PartyTexts> party, IStringLocalizer<DocumentsTexts> document, IStringLocalizer<RegistryTexts> words)
{
    public async Task<IResult> Committees(string? place, Standing? standing, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewRegistry).IsNothing || await committees.Execute(place, standing, 1, actor, cancel, ListWorkbook.PageSize) is not { } first)
        {
            return Results.NotFound();
        }

        return export.Of<CommitteeRow>($"{first.Place.Name} {body["Committees"]}", actor,
        [
            new(body["Compound"], 24, row => row.Name), new(body["Community"], 18, row => row.Community), new(words["Code"], 20, row => row.Code),
            new(body["State"], 16, row => body[$"Standing.{row.Standing}"].Value), new(body["TermEnds"], 14, row => row.TermEnds),
            new(body["NextStep"], 40, row => body[$"LawfulStep.{row.NextStep}"].Value), new(body["DueOn"], 14, row => row.DueOn),
        ], async page => page == 1 ? first.List.Rows : (await committees.Execute(place, standing, page, actor, cancel, ListWorkbook.PageSize))!.List.Rows);
    }

    public async Task<IResult> Coverage(string code, CoverageMeasure measure, bool covered, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewRegistry).IsNothing || await coverage.Execute(code, measure, covered, 1, actor, cancel, ListWorkbook.PageSize) is not { } first)
        {
            return Results.NotFound();
        }

        var name = party[covered ? "CoveredTitle" : "NotCoveredTitle", first.Place.Name, party[$"CoverageMeasure.{measure}"].Value];
        return export.Of<CoverageItem>(name, actor, [new(words["Name"], 40, item => item.Name), new(words["Place"], 24, item => item.PlaceName), new(words["Code"], 24, item => item.Code)],
            async page => page == 1 ? first.Items.Rows : (await coverage.Execute(code, measure, covered, page, actor, cancel, ListWorkbook.PageSize))!.Items.Rows);
    }

    public async Task<IResult> Documents(string code, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ViewRegistry).IsNothing || await documents.ForDesk(code, actor, cancel) is not { } view ? Results.NotFound()
        : export.Of<DocumentLine>(document["DocumentsOf", view.Name], actor,
        [
            new(document["Kind"], 24, line => document[$"DocumentKind.{line.Kind}"].Value), new(document["DocumentState.InForce"], 12, line => line.InForce?.Number),
            new(document["EffectiveOn"], 14, line => line.InForce?.EffectiveOn), new(document["UnderWay"], 12, line => line.UnderWay?.Number),
            new(words["State"], 16, line => line.UnderWay is { } version ? document[$"DocumentState.{version.State}"].Value : null),
        ], view.Documents);
}
