using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Party;
using Linli.Web.Registry.Queries;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange;

/// <summary>Who sits where as a workbook: a line for each person and organisation, so that it can be sorted and filtered.</summary>
internal sealed class ExportSeats(ShowSeats seats, RecordExport record, ListExport export, IStringLocalizer<PartyTexts> words, IStringLocalizer<RegistryTexts> registry, IStringLocalizer<Texts> shared)
{
    private sealed record Line(SeatRow Person, OrganisationLink Body, SeatCell Seat);

    /// <summary>That a list of people went out is written down.</summary>
    public async Task<IResult> Execute(string code, ProcessContext context, CancellationToken cancel)
    {
        if (Scope.Of(context.Actor, Permission.ViewRegistry).IsNothing || await seats.Execute(code, context.Actor, cancel, whole: true) is not { } view
            || !await record.Of(code, "seats", Permission.ViewRegistry, context, cancel))
        {
            return Results.NotFound();
        }

        var lines = view.Rows.SelectMany(row => row.Cells.Select((cell, at) => new Line(row, view.Columns[at], cell)).Where(line => !line.Seat.IsEmpty)).ToList();
        List<ListColumn<Line>> columns =
        [
            new(words["PersonName"], 14, line => line.Person.Name), new(registry["Organisation"], 32, line => line.Body.Name),
            new(registry["Post"], 24, line => string.Join(words["Comma"], line.Seat.Posts.Select(post => shared["Post." + post].Value))),
            new(words["Recognised"], 20, line => string.Join(words["Comma"], line.Person.Patterns.Select(pattern => words[$"CrossPattern.{pattern}"].Value))),
        ];
        if (view.ShowsMembers)
        {
            columns.Add(new(words["IsMember"], 10, line => line.Seat.IsMember ? words["IsMember"].Value : null));
        }

        return export.Of(words["SeatsOf", view.Place.Name], context.Actor, columns, lines);
    }
}
