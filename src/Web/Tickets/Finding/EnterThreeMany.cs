using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Finding.Store;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>补录: enters one of the 三多 of a year that is over, with its source. What was entered before stays and is superseded.</summary>
internal sealed class EnterThreeMany(LinliDb db, NpgsqlDataSource database, Changes changes)
{
    private const int FirstYear = 2000;
    private const int Most = 1_000_000;

    public sealed record Input
    {
        /// <summary>Code of a compound.</summary>
        public required string? Compound { get; init; }

        public required int? Year { get; init; }

        public required ThreeMany? Of { get; init; }

        public required int? Count { get; init; }

        /// <summary>Where the figure comes from, 1 to 200 characters.</summary>
        public required string? Source { get; init; }
    }

    private sealed class Faults : FaultList;

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.Compound ?? string.Empty);
        if (await changes.HandledBefore(context, nameof(EnterThreeMany), cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await FindingAccess.Find(connection, input.Compound, context.Actor, cancel) is not { } place || !Scope.Of(context.Actor, Permission.ManageFindings).Covers(place.Path))
        {
            return new NotFound();
        }

        var faults = new Faults();
        var last = ChinaTime.DayOf(context.At).Year - 1;
        faults.AddIf(place.Kind != PlaceKind.Compound, new FigureNeedsACompound());
        faults.AddIf(input.Of is not { } of || !Enum.IsDefined(of), new ThreeManyIsMissing());
        faults.AddIf(input.Year is not { } year || year < FirstYear || year > last, new YearIsNotOver(FirstYear, last));
        faults.AddIf(input.Count is not (>= 0 and <= Most), new CountIsOutOfRange(Most));
        var source = faults.Line("Source", input.Source, 200);
        if (faults.Any)
        {
            return Outcome<Saved>.Refused(faults.All);
        }

        db.Add(new ThreeManyFigure
        {
            Id = context.RequestId, CompoundId = place.Id, Year = input.Year!.Value, Of = input.Of!.Value, Count = input.Count!.Value, Source = source,
            EnteredBy = context.Actor.PersonId, EnteredAs = TicketDesk.SaidAs(context), EnteredAt = context.At,
        });
        return await changes.Save(context, nameof(EnterThreeMany), "Compound", place.Id, new { input.Year, input.Of, input.Count }, cancel);
    }
}
