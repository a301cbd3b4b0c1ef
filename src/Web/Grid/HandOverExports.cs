using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Spreadsheets;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Grid;

/// <summary>Hand-overs of a compound, and one list of households, as workbooks. Who lives there stays on the page and its paper; that a list went out is written down.</summary>
internal sealed class HandOverExports(ShowLeaders leaders, ShowHandOver handOver, GridPlaces places, Changes changes, ListExport export, IStringLocalizer<GridTexts> words)
{
    private const string Process = "ExportLists";

    public async Task<IResult> OfCompound(string code, ProcessContext context, CancellationToken cancel)
    {
        if (Scope.Of(context.Actor, Permission.ManageGrid).IsNothing || await leaders.HandOversOf(code, context.Actor, cancel) is not var (compound, rows))
        {
            return Results.NotFound();
        }

        await changes.Save(context, Process, "Place", compound.Id, new { what = "hand-overs" }, cancel);
        return export.Of<HandOverRow>($"{compound.Name} {words["HandOvers"]}", context.Actor,
        [
            new(words["Kind"], 14, row => words[$"Role.{row.Role}"].Value), new(words["Predecessor"], 14, row => row.FromName), new(words["Successor"], 14, row => row.ToName),
            new(words["HandOverReason"], 24, row => row.Reason), new(words["State"], 14, row => words[row.IsLate ? "HandOver.Late" : $"HandOver.{row.State}"].Value),
            new(words["BegunOn"], 14, row => row.BegunOn), new(words["DueOn"], 14, row => row.DueOn), new(words["Households"], 10, row => row.Households), new(words["Signed"], 10, row => row.SignedOff),
        ], rows);
    }

    public async Task<IResult> Lines(Guid id, ProcessContext context, CancellationToken cancel)
    {
        if (await handOver.Execute(id, context.Actor, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        var needed = context.Actor.May(Permission.ManageGrid) ? Permission.ManageGrid : Permission.LookAfterHouseholds;
        if (await places.Compound(view.CompoundCode, context.Actor, needed, cancel) is { } compound)
        {
            await changes.Save(context, Process, "Place", compound.Id, new { what = "hand-over", list = id }, cancel);
        }

        return export.Of<HandOverLine>($"{view.CompoundName} {words["HandOverList"]}", context.Actor,
        [
            new(words["Household"], 24, line => line.Label), new(words["NotesCount"], 10, line => line.Notes),
            new(words["State"], 14, line => words[line.SignedAt is not null ? "SignedTag" : line.Waits ? "Waits" : "StaysBehind"].Value),
            new(words["SignedOn"], 14, line => line.SignedAt is { } at ? ChinaTime.DayOf(at) : null),
            new(words["Predecessor"], 14, _ => view.List.FromName), new(words["Successor"], 14, _ => view.List.ToName),
        ], view.Lines);
    }
}
