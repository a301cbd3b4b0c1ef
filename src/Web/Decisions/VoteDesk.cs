using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>A vote that is being worked on, with the rules that hold for it.</summary>
internal sealed record OpenVote(Vote Vote, PlaceName Compound, LocalRules Local, DecisionRules Rules, IReadOnlyList<Question> Questions);

/// <summary>What every act on a vote has in common: the lock, the scope, the table of states, the step that is written.</summary>
internal sealed class VoteDesk(LinliDb db, IPlaces places)
{
    public const string Subject = nameof(Vote);

    /// <summary>The vote, locked until the caller's transaction ends; null where there is none that the permission reaches.</summary>
    public async Task<OpenVote?> Open(Guid id, Permission permission, ProcessContext context, CancellationToken cancel)
    {
        // Whoever changes a vote, its roll or its tree waits for the one before.
        await db.Database.ExecuteSqlAsync($"select 1 from decisions.votes where id = {id} for update", cancel);
        return await db.Set<Vote>().FirstOrDefaultAsync(v => v.Id == id, cancel) is { } vote
            && await places.Find(vote.CompoundId, cancel) is { } compound && Scope.Of(context.Actor, permission).Covers(compound.Path)
            ? new OpenVote(
                vote, compound, JurisdictionProfiles.Find(vote.LocalRules)!, DecisionRules.OfStamp(vote.Rules)!,
                await db.Set<Question>().Where(q => q.VoteId == id).OrderBy(q => q.Position).ToListAsync(cancel))
            : null;
    }

    /// <summary>Moves a vote by an act, and writes the step down; or says why not.</summary>
    public Outcome<Done> Move(OpenVote open, DecisionAct act, ProcessContext context, string? words = null)
    {
        var decided = DecisionFlow.Decide(open.Vote.State, act, open.Questions.Any(question => question.Passed == true));
        if (!decided.Succeeded(out var next))
        {
            return Outcome<Done>.Refused(decided.Refusals);
        }

        open.Vote.State = next;
        // Some acts change no column; the version of the row moves all the same.
        db.Entry(open.Vote).Property(vote => vote.State).IsModified = true;
        db.Add(new VoteStep
        {
            Id = Guid.CreateVersion7(context.At),
            VoteId = open.Vote.Id,
            Act = act,
            State = next,
            At = context.At,
            PersonId = context.Actor.IsSystem ? null : context.Actor.PersonId,
            ActedAs = Acting(context),
            Words = words,
        });
        return Done.It;
    }

    public static string Acting(ProcessContext context) =>
        context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord;
}
