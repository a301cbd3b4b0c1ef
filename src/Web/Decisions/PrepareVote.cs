using System.Globalization;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Decisions;

/// <summary>Prepares a vote of a compound, or writes one anew that is not yet published.</summary>
internal sealed class PrepareVote(LinliDb db, Changes changes, VoteDesk desk, IRolls rolls)
{
    public const int MostQuestions = 12;
    private const string Process = nameof(PrepareVote);

    /// <summary>A new vote of a compound.</summary>
    public async Task<Outcome<Guid>> Execute(string compoundCode, VoteInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await rolls.CompoundOf(compoundCode, cancel) is not { } compound || !Scope.Of(context.Actor, Permission.PrepareDecisions).Covers(compound.Path))
        {
            return new NotFound();
        }

        var today = ChinaTime.DayOf(context.At);
        var (rules, local) = (DecisionRules.BuiltIn.On(today), JurisdictionProfiles.For(compound.Code, today));
        var vote = new Vote
        {
            Id = context.RequestId,
            CompoundId = compound.PlaceId,
            State = DecisionState.Draft,
            Rules = rules.Stamp,
            LocalRules = local.Stamp,
            MostPrincipals = local.Number(RuleKey.ProxyPrincipalsMost),
            PreparedAs = VoteDesk.Acting(context),
            PreparedAt = context.At,
        };
        var open = new OpenVote(vote, compound, local, rules, []);
        var faults = new VoteFaults();
        var questions = Write(open, input, faults);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(vote);
        db.AddRange(questions);
        db.Add(new VoteStep { Id = Guid.CreateVersion7(context.At), VoteId = vote.Id, Act = DecisionAct.Prepare, State = vote.State, At = context.At, PersonId = context.Actor.PersonId, ActedAs = vote.PreparedAs });
        var saved = await changes.Save(context, Process, VoteDesk.Subject, vote.Id, new { vote.CompoundId }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    /// <summary>Writes a vote anew.</summary>
    public async Task<Outcome<Guid>> Rewrite(Guid id, VoteInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await desk.Open(id, Permission.PrepareDecisions, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        if (input.Version is { } seen && seen != open.Vote.Version)
        {
            return new ChangedMeanwhile();
        }

        var faults = new VoteFaults();
        var questions = Write(open, input, faults);
        var moved = desk.Move(open, DecisionAct.Rewrite, context);
        if (faults.Any || moved.IsRefused)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused([.. moved.Refusals, .. faults.All]);
        }

        db.RemoveRange(open.Questions);
        await db.SaveChangesAsync(cancel);
        db.AddRange(questions);
        var saved = await changes.Save(context, Process, VoteDesk.Subject, id, new { open.Vote.CompoundId }, cancel);
        if (saved.Succeeded(out _))
        {
            await transaction.CommitAsync(cancel);
        }

        return saved.Then(made => made.SubjectId);
    }

    private static List<Question> Write(OpenVote open, VoteInput input, VoteFaults faults)
    {
        var vote = open.Vote;
        vote.Title = faults.Line(nameof(input.Title), input.Title, 100);
        vote.Background = faults.Text(nameof(input.Background), input.Background, 4000);
        vote.CountParking = input.CountParking;
        vote.NonReturn = input.NonReturn is { } policy && Enum.IsDefined(policy) ? policy : NonReturnPolicy.NotCounted;
        faults.AddIf(vote.NonReturn == NonReturnPolicy.FollowMajority && !open.Local.IsSo(RuleKey.FollowMajorityAllowed), new FollowMajorityIsNotAllowed());
        vote.OpensAt = Moment(nameof(input.OpensAt), input.OpensAt, faults);
        vote.ClosesAt = Moment(nameof(input.ClosesAt), input.ClosesAt, faults);
        faults.AddIf(vote.ClosesAt <= vote.OpensAt && input.OpensAt is not null && input.ClosesAt is not null, new VotingClosesBeforeItOpens());
        var written = input.Questions.Where(q => new[] { q.Matter, q.Title, q.Text, q.Amount }.Any(text => !string.IsNullOrWhiteSpace(text))).Take(MostQuestions).ToList();
        faults.AddIf(written.Count == 0, new VoteHasNoQuestion());
        return [.. written.Select((question, at) => Make(open, question, at + 1, faults))];
    }

    private static Question Make(OpenVote open, QuestionInput input, int number, VoteFaults faults)
    {
        var matter = open.Rules.MattersAt(open.Compound.Code).FirstOrDefault(m => m.Code == input.Matter);
        faults.AddIf(matter is null, new QuestionHasNoMatter(number));
        var title = PlainText.HalfWidth(input.Title?.Trim() ?? string.Empty);
        faults.AddIf(title.Length == 0, new QuestionHasNoTitle(number));
        long? amount = null;
        if (!string.IsNullOrWhiteSpace(input.Amount))
        {
            var understood = decimal.TryParse(PlainText.HalfWidth(input.Amount.Trim()), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan)
                && yuan <= 10_000_000_000m && decimal.Truncate(yuan * 100m) == yuan * 100m;
            faults.AddIf(!understood, new QuestionAmountIsWrong(number));
            amount = understood ? (long)(yuan * 100m) : null;
        }

        return new Question
        {
            VoteId = open.Vote.Id,
            Position = number,
            Matter = matter?.Code ?? string.Empty,
            Class = matter?.Class ?? DecisionClass.Ordinary,
            Title = title.Length == 0 ? title : faults.Line("Title", input.Title, 200),
            Text = faults.OptionalText("Text", input.Text, 4000) ?? string.Empty,
            Amount = amount,
        };
    }

    private static DateTimeOffset Moment(string field, DateTime? moment, VoteFaults faults)
    {
        if (moment is not { Year: >= 2000 and <= 2200 } at)
        {
            faults.Add(new MomentIsMissing(field));
            return DateTimeOffset.UnixEpoch;
        }

        return new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), ChinaTime.Offset).ToUniversalTime();
    }
}
