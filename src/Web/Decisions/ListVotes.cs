using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Votes where the actor is: those of the own compound for a household, those in scope for posts, newest first.</summary>
internal sealed class ListVotes(LinliDb db)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<VoteLine> Lines, int Pages)> Execute(int at, Actor actor, CancellationToken cancel)
    {
        var (all, own) = (VoteReader.ScopeOf(actor).SqlPattern, Scope.Of(actor, Permission.ViewOwnTickets).SqlPattern);
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select v.id as "Id", v.title as "Title", p.name as "Compound", v.state as "State", v.opens_at as "OpensAt", v.closes_at as "ClosesAt",
                   (select count(*)::int from decisions.questions q where q.vote_id = v.id) as "Questions", (count(*) over ())::int as "Total"
              from decisions.votes v join registry.places p on p.id = v.compound_id
             where p.path like {all} or (p.path like {own} and v.noticed_on is not null and v.state not in ('Draft', 'PartyReview', 'CommunityInformed'))
             order by v.opens_at desc, v.id
             limit {PageSize} offset {Math.Clamp(at - 1, 0, 10_000) * PageSize}
            """).ToListAsync(cancel);
        return (
            [.. rows.Select(row => new VoteLine(row.Id, row.Title, row.Compound, Enum.Parse<Domain.Decisions.DecisionState>(row.State), row.OpensAt, row.ClosesAt, row.Questions))],
            rows.Count == 0 ? 1 : (rows[0].Total + PageSize - 1) / PageSize);
    }

    /// <summary>The compounds for which the actor may prepare votes, by name; none for those who may not.</summary>
    public async Task<IReadOnlyList<CompoundChoice>> Compounds(Actor actor, CancellationToken cancel)
    {
        var pattern = Scope.Of(actor, Permission.PrepareDecisions).SqlPattern;
        return await db.Database.SqlQuery<CompoundChoice>(
            $"""
            select p.code as "Code", p.name as "Name" from registry.places p join registry.compounds c on c.place_id = p.id
             where p.path like {pattern} order by p.name collate natural_order, p.code limit 500
            """).ToListAsync(cancel);
    }

    private sealed record Row(Guid Id, string Title, string Compound, string State, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, int Questions, int Total);
}

/// <summary>A compound to choose.</summary>
public sealed record CompoundChoice(string Code, string Name);
