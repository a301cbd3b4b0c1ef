using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>What a reading of a paper led to.</summary>
public enum PaperState
{
    /// <summary>A second clerk has to read it.</summary>
    AwaitsSecond,

    /// <summary>The two differ; a third decides.</summary>
    AwaitsThird,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Refused, and written down with its reason.</summary>
    Refused,
}

/// <summary>A clerk reads a paper ballot. Two read it independently of each other; where they differ, a third one settles it. Only then it is a ballot.</summary>
internal sealed class ReadPaper(LinliDb db, Changes changes, VoteDesk desk, BallotTaker taker)
{
    private const string Process = nameof(ReadPaper);

    public async Task<Outcome<PaperState>> Execute(Guid id, PaperInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.InConfidence().On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return await StateOf(id, input.Unit?.Trim() ?? string.Empty, context, cancel);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await desk.Open(id, Permission.EnterBallots, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var faults = new VoteFaults();
        faults.AddIf(open.Vote.State != DecisionState.Voting, new DecisionStandsElsewhere(open.Vote.State, DecisionAct.Open));
        var reading = faults.Any ? null : await Read(open, input, faults, context, cancel);
        if (faults.Any)
        {
            return Outcome<PaperState>.Refused(faults.All);
        }

        db.Add(reading!);
        var state = await Settle(open, reading!, context, cancel);
        var saved = await changes.Save(context, Process, VoteDesk.Subject, id, new { reading = reading!.Id, reading.Turn }, cancel);
        if (saved.Succeeded(out _))
        {
            await transaction.CommitAsync(cancel);
        }

        return saved.Then(_ => state);
    }

    private async Task<PaperReading?> Read(OpenVote open, PaperInput input, VoteFaults faults, ProcessContext context, CancellationToken cancel)
    {
        var code = PlainText.HalfWidth(input.Unit?.Trim() ?? string.Empty);
        var unit = await db.Set<RollUnitRow>().AsNoTracking().FirstOrDefaultAsync(u => u.VoteId == open.Vote.Id && u.Code == code, cancel);
        faults.AddIf(unit is null, new UnitIsNotOnTheRoll());
        faults.AddIf(input.Channel is not (BallotChannel.Paper or BallotChannel.Proxy or BallotChannel.OnSite), new ChannelIsMissing());
        faults.AddIf(unit is not null && !unit.Parts.Contains(input.CastBy ?? string.Empty), new SignerIsMissing());
        var proxy = faults.OptionalLine(nameof(input.Proxy), input.Proxy, 50);
        faults.AddIf(input.Channel == BallotChannel.Proxy && proxy is null, new ProxyIsMissing());
        var received = input.ReceivedAt is { Year: > 2000 and < 2200 } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), ChinaTime.Offset).ToUniversalTime() : (DateTimeOffset?)null;
        faults.AddIf(received is null || received > context.At, new MomentIsWrong(nameof(input.ReceivedAt)));
        foreach (var question in open.Questions.Where((_, at) => input.Choices.ElementAtOrDefault(at) is not { } choice || !Enum.IsDefined(choice)))
        {
            faults.Add(new ChoicesAreMissing(question.Position));
        }

        var before = unit is null ? [] : await db.Set<PaperReading>().AsNoTracking().Where(r => r.VoteId == open.Vote.Id && r.Code == code).OrderBy(r => r.Turn).ToListAsync(cancel);
        faults.AddIf(before.Any(r => r.PersonId == context.Actor.PersonId), new ReadByYouAlready());
        faults.AddIf(before.Count == 3 || (before.Count == 2 && before[0].SaysAs(before[1])), new PaperIsSettled());
        return faults.Any ? null : new PaperReading
        {
            Id = context.RequestId,
            VoteId = open.Vote.Id,
            Code = code,
            Turn = before.Count + 1,
            PersonId = context.Actor.PersonId,
            ReadAs = VoteDesk.Acting(context),
            ReadAt = context.At,
            ReceivedAt = received!.Value,
            Channel = input.Channel!.Value,
            CastBy = input.CastBy!,
            Proxy = input.Channel == BallotChannel.Proxy ? proxy : null,
            Signed = input.IsSigned,
            Choices = string.Join(',', input.Choices.Take(open.Questions.Count).Select(choice => BallotLeaf.Word(choice!.Value))),
            Marks = BallotLeaf.Word((ElectionVote?)null),
        };
    }

    private async Task<PaperState> Settle(OpenVote open, PaperReading reading, ProcessContext context, CancellationToken cancel)
    {
        var first = reading.Turn == 1 ? null : await db.Set<PaperReading>().AsNoTracking().FirstAsync(r => r.VoteId == reading.VoteId && r.Code == reading.Code && r.Turn == 1, cancel);
        if (first is null || (reading.Turn == 2 && !first.SaysAs(reading)))
        {
            return first is null ? PaperState.AwaitsSecond : PaperState.AwaitsThird;
        }

        var ballot = new Ballot
        {
            Id = reading.Id.ToString(),
            ReceivedAt = reading.ReceivedAt,
            Channel = reading.Channel,
            Unit = reading.Code,
            CastBy = reading.CastBy,
            Proxy = reading.Proxy,
            IsSigned = reading.Signed,
            Choices = VoteCounter.ChoicesOf(reading.Choices),
        };
        // On paper the co-owners' word is their signature on the sheet, which the clerks have read.
        var taken = await taker.Take(open.Vote, ballot, declared: true, context, cancel);
        if (taken.IsRefused)
        {
            db.Add(new RefusedBallot
            {
                Id = reading.Id, VoteId = reading.VoteId, Number = ballot.Id, Code = reading.Code, Channel = reading.Channel, Reason = taken.Refusals[0].Code,
                ReceivedAt = reading.ReceivedAt, EnteredAs = VoteDesk.Acting(context),
            });
        }

        return taken.IsRefused ? PaperState.Refused : PaperState.Accepted;
    }

    private async Task<PaperState> StateOf(Guid id, string code, ProcessContext context, CancellationToken cancel)
    {
        var mine = await db.Set<PaperReading>().AsNoTracking().FirstAsync(r => r.VoteId == id && r.Code == code && r.PersonId == context.Actor.PersonId, cancel);
        return await db.Set<BallotRow>().AnyAsync(b => b.Id == mine.Id, cancel) ? PaperState.Accepted
            : await db.Set<RefusedBallot>().AnyAsync(b => b.Id == mine.Id, cancel) ? PaperState.Refused
            : mine.Turn == 1 ? PaperState.AwaitsSecond : PaperState.AwaitsThird;
    }
}
