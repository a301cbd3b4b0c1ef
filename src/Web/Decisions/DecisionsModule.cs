using Linli.Web.Decisions.Import;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Retention;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Decisions;

/// <summary>Owners' decisions: rolls, votes, proofs.</summary>
public static class DecisionsModule
{
    internal static void AddDecisions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<TreeKeeper>();
        services.AddScoped<VoteDesk>();
        services.AddScoped<RollKeeper>();
        services.AddScoped<BallotTaker>();
        services.AddScoped<VoteCounter>();
        services.AddScoped<VoteReader>();
        services.AddScoped<PrepareVote>();
        services.AddScoped<MoveVote>();
        services.AddScoped<CastBallot>();
        services.AddScoped<ReadPaper>();
        services.AddScoped<RecordDelivery>();
        services.AddScoped<LookAtBallot>();
        services.AddScoped<ObjectToResult>();
        services.AddScoped<ImportVote>();
        services.AddScoped<ListVotes>();
        services.AddScoped<ShowVote>();
        services.AddScoped<ShowMyBallot>();
        services.AddScoped<ShowPaper>();
        services.AddScoped<BuildLedger>();
        services.AddJob<TurnVotes>();
        services.AddScoped<IRetentionTask, VotingOver>();
        services.AddScoped<IPersonalDataHolder, VotesHolder>();
    }

    internal static void MapDecisions(this WebApplication app) => app.MapVotesApi();
}
