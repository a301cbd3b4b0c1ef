using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Contract;
using Npgsql;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>The rates of a compound as its residents see them: figures alone, no ticket and no person. Rates are null where so few tickets stand behind them that one could be recognised.</summary>
public sealed record OwnRatesView(string CompoundName, DateOnly From, DateOnly To, long Orders, RatesOf? Rates, int FewestToTell, RateRuleView Rule);

/// <summary>The three rates of the compound in which the actor lives or works, for everybody who may report there.</summary>
internal sealed class ShowOwnRates(NpgsqlDataSource database, IPlaces places, TimeProvider clock)
{
    private const string Count = $"""
        select {RateSql.Tally} from tickets.tickets t
         where t.compound_id = @compound and t.received_at >= @from and t.received_at < @until and {RateSql.Counts}
        """;

    public async Task<Outcome<OwnRatesView>> Execute(RatePeriod period, Actor actor, CancellationToken cancel)
    {
        if (actor.Capacity is not { } capacity || !Scope.Of(actor, Permission.ViewOwnTickets).Covers(capacity.Path))
        {
            return new NotAllowedInThisCapacity();
        }

        if (await places.Find(capacity.PlaceId, cancel) is not { Kind: PlaceKind.Compound } compound)
        {
            return new NotFound();
        }

        await using var command = database.CreateCommand(Count);
        command.Parameters.AddWithValue("compound", compound.PlaceId);
        command.Parameters.AddWithValue("from", period.Begin.ToUniversalTime());
        command.Parameters.AddWithValue("until", period.End.ToUniversalTime());
        command.Parameters.AddWithValue("at", clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var rates = new ThreeRates(RateSql.Read(row, 0), RateRules.On(period.To));
        return new OwnRatesView(
            compound.Name, period.From, period.To, rates.Tally.Orders, rates.Sample >= rates.Rules.FewestToTell ? RatesOf.Of(rates) : null,
            rates.Rules.FewestToTell, RateRuleView.Of(rates.Rules));
    }
}
