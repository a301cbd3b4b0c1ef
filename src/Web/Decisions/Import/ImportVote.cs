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

namespace Linli.Web.Decisions.Import;

/// <summary>The files of a vote that was held elsewhere.</summary>
internal sealed record ImportedVote(string Settings, string Units, string Ballots);

/// <summary>What an import made.</summary>
internal sealed record VoteImported(Guid Vote, int Voters, int Accepted, IReadOnlyDictionary<string, int> Refused);

/// <summary>Takes over a vote with its roll and all its ballots, judged here by the same rules in the order of their receipt; then it is counted and published like any other.</summary>
internal sealed class ImportVote(LinliDb db, Changes changes, IRolls rolls, RollKeeper keeper, TreeKeeper tree)
{
    private const string Process = nameof(ImportVote);

    private static readonly Dictionary<string, UnitUse> Uses = new() { ["dwelling"] = UnitUse.Dwelling, ["shop"] = UnitUse.Shop, ["parking"] = UnitUse.Parking, ["storage"] = UnitUse.Storage };
    private static readonly Dictionary<string, SaleState> Sales = new() { ["DELIVERED"] = SaleState.Delivered, ["SOLD_UNDELIVERED"] = SaleState.SoldUndelivered, ["UNSOLD"] = SaleState.Unsold };
    private static readonly Dictionary<string, BallotChannel> Channels = new() { ["online"] = BallotChannel.Online, ["paper"] = BallotChannel.Paper, ["proxy"] = BallotChannel.Proxy, ["onsite"] = BallotChannel.OnSite };

    private static readonly Dictionary<string, Choice> Words = new()
    {
        [string.Empty] = Choice.Blank, ["FOR"] = Choice.For, ["AGAINST"] = Choice.Against, ["ABSTAIN"] = Choice.Abstain, ["INVALID"] = Choice.Invalid,
    };

    public async Task<Outcome<VoteImported>> Execute(string compoundCode, ImportedVote input, ProcessContext context, CancellationToken cancel)
    {
        if (await rolls.CompoundOf(compoundCode, cancel) is not { } compound || !Scope.Of(context.Actor, Permission.PrepareDecisions).Covers(compound.Path))
        {
            return new NotFound();
        }

        var read = VoteFiles.Read(input.Settings);
        if (!read.Succeeded(out var files))
        {
            return Outcome<VoteImported>.Refused(read.Refusals);
        }

        var day = ChinaTime.DayOf(files.Window.OpensAt);
        var (rules, local) = (DecisionRules.BuiltIn.On(day), JurisdictionProfiles.For(compound.Code, day));
        var faults = new List<Refusal>();
        faults.AddRange(files.Questions.Where(q => rules.Find(q.Matter) is null).Select(q => new VoteFileIsWrong("vote.json", 0, q.Column)));
        var units = CsvRows.Read("units.csv", input.Units, UnitOf, faults);
        var ballots = CsvRows.Read("ballots.csv", input.Ballots, row => BallotOf(row, files), faults);
        var rollRules = new RollRules(files.CountParking, RollKeeper.Developer);
        faults.AddRange(RollFaults.In(units, rollRules).Take(20));
        faults.AddRange(units.GroupBy(unit => unit.Code).Where(group => group.Count() > 1).Take(20).Select(group => new VoteFileIsWrong("units.csv", 0, group.Key)));
        if (faults.Count > 0)
        {
            return Outcome<VoteImported>.Refused(faults);
        }

        var vote = new Vote
        {
            Id = context.RequestId, CompoundId = compound.PlaceId, Title = files.Title, Background = string.Empty, State = DecisionState.Counting, Rules = rules.Stamp, LocalRules = local.Stamp,
            OpensAt = files.Window.OpensAt.ToUniversalTime(), ClosesAt = files.Window.ClosesAt.ToUniversalTime(), CountParking = files.CountParking, NonReturn = files.NonReturn,
            MostPrincipals = files.MostPrincipals, PreparedAs = VoteDesk.Acting(context), PreparedAt = context.At, NoticedOn = day, Imported = true, Seats = files.Seats,
            OpenedAt = files.Window.OpensAt.ToUniversalTime(), ClosedAt = files.Window.ClosesAt.ToUniversalTime(),
        };
        db.Add(vote);
        db.AddRange(files.Questions.Select((q, at) => new Question { VoteId = vote.Id, Position = at + 1, Matter = q.Matter, Class = rules.Find(q.Matter)!.Class, Title = q.Title }));
        db.AddRange(files.Candidates.Select(c => new Candidate { VoteId = vote.Id, Number = c.Number, Name = c.Name }));
        db.Add(new VoteStep { Id = Guid.CreateVersion7(context.At), VoteId = vote.Id, Act = DecisionAct.Prepare, State = vote.State, At = context.At, PersonId = context.Actor.IsSystem ? null : context.Actor.PersonId, ActedAs = vote.PreparedAs });
        var made = Take(vote, VoterRoll.Of(units, rollRules), units, ballots, context);
        var saved = await changes.Save(context, Process, VoteDesk.Subject, vote.Id, new { vote.CompoundId, ballots = made.Accepted }, cancel);
        return saved.Then(_ => made);
    }

    private VoteImported Take(Vote vote, VoterRoll roll, IReadOnlyList<RollUnit> units, IReadOnlyList<Ballot> ballots, ProcessContext context)
    {
        var (voters, rows) = keeper.Keep(vote, roll, [.. units.Select(unit => (unit, (Guid?)null, unit.Code))]);
        keeper.Fix(vote, voters, rows, context);
        db.AddRange(units.Where(unit => unit.DeliveryProved).Select(unit => new DeliveryRow
        {
            VoteId = vote.Id, Code = unit.Code, Method = DeliveryMethod.SignedFor, DeliveredOn = ChinaTime.DayOf(vote.OpensAt), Proof = "units.csv", RecordedAs = vote.PreparedAs, RecordedAt = context.At,
        }));
        var box = new BallotBox(roll, vote.Window, vote.MostPrincipals);
        var refused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var ballot in BallotBox.InOrder(ballots))
        {
            var id = Guid.CreateVersion7(context.At);
            var judged = box.Take(ballot);
            if (judged.Succeeded(out var voter))
            {
                tree.Append(vote, voters[voter], ballot, id, context, declared: false);
                continue;
            }

            var reason = judged.Refusals[0].Code;
            refused[reason] = refused.GetValueOrDefault(reason) + 1;
            db.Add(new RefusedBallot { Id = id, VoteId = vote.Id, Number = ballot.Id, Code = ballot.Unit, Channel = ballot.Channel, Reason = reason, ReceivedAt = ballot.ReceivedAt.ToUniversalTime(), EnteredAs = vote.PreparedAs });
        }

        return new VoteImported(vote.Id, roll.Voters.Count, box.Accepted.Count, refused);
    }

    private static RollUnit UnitOf(CsvRows.Row row) => new()
    {
        Code = row["unit_code"],
        Building = row["building"],
        Use = row.One("kind", Uses),
        Registered = row.Area("registered_area"),
        Surveyed = row.Area("surveyed_area"),
        Contract = row.Area("contract_area"),
        State = row.One("sale_state", Sales),
        Owners = row["owner_ids"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Designated = row["designated_owner_id"] is { Length: > 0 } named ? named : null,
        DeliveryProved = row["delivery_proof"] == "1",
    };

    private static Ballot BallotOf(CsvRows.Row row, VoteFiles files) => new()
    {
        Id = row["ballot_id"],
        ReceivedAt = row.Moment("received_at"),
        Channel = row.One("channel", Channels),
        Unit = row["unit_code"],
        CastBy = row["cast_by"],
        Proxy = row["proxy_id"] is { Length: > 0 } proxy ? proxy : null,
        IsSigned = row["signed"] != "0",
        Choices = [.. files.Questions.Select(question => row.One(question.Column, Words))],
        Election = files.Seats is { } seats ? ElectionOf(row, seats, files) : null,
    };

    private static ElectionVote ElectionOf(CsvRows.Row row, int seats, VoteFiles files)
    {
        var text = row["election"];
        if (Words.TryGetValue(text, out var word) && word is Choice.Blank or Choice.Abstain or Choice.Invalid)
        {
            return new ElectionVote(word, []);
        }

        var marks = text.Split(';');
        if (marks.Any(mark => !int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            row.Wrong("election");
            return ElectionVote.Invalid;
        }

        return ElectionVote.Of([.. marks.Select(mark => int.Parse(mark, CultureInfo.InvariantCulture))], seats, files.Candidates.Select(c => c.Number).ToHashSet());
    }
}
