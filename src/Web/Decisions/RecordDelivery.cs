using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Records that ballots reached units, with what proves it. A unit whose delivery is proved already stays as it was recorded.</summary>
internal sealed class RecordDelivery(LinliDb db, Changes changes, VoteDesk desk)
{
    private const string Process = nameof(RecordDelivery);
    private const int MostAtOnce = 2000;

    public async Task<Outcome<Guid>> Execute(Guid id, DeliveryInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await desk.Open(id, Permission.EnterBallots, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var faults = new VoteFaults();
        faults.AddIf(open.Vote.State != DecisionState.Voting, new DecisionStandsElsewhere(open.Vote.State, DecisionAct.Open));
        var codes = (input.Units ?? string.Empty).Split([' ', ',', ';', '\n', '\r', '\t', '，', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(PlainText.HalfWidth).Distinct(StringComparer.Ordinal).Take(MostAtOnce + 1).ToList();
        faults.AddIf(codes.Count is 0 or > MostAtOnce, new TextIsMissing(nameof(input.Units)));
        faults.AddIf(input.Method is not { } method || !Enum.IsDefined(method), new MethodIsMissing());
        faults.AddIf(input.DeliveredOn is not { Year: > 2000 } day || day > ChinaTime.DayOf(context.At), new DayIsWrong(nameof(input.DeliveredOn)));
        var proof = faults.Line(nameof(input.Proof), input.Proof, 200);
        var known = await db.Set<RollUnitRow>().Where(u => u.VoteId == id && codes.Contains(u.Code)).Select(u => u.Code).ToListAsync(cancel);
        if (codes.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            faults.Add(new OneUnitIsNotOnTheRoll(codes.IndexOf(unknown) + 1));
        }

        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var there = await db.Set<DeliveryRow>().Where(d => d.VoteId == id && codes.Contains(d.Code)).Select(d => d.Code).ToListAsync(cancel);
        var added = codes.Except(there, StringComparer.Ordinal).ToList();
        db.AddRange(added.Select(code => new DeliveryRow
        {
            VoteId = id, Code = code, Method = input.Method!.Value, DeliveredOn = input.DeliveredOn!.Value, Proof = proof, RecordedAs = VoteDesk.Acting(context), RecordedAt = context.At,
        }));
        var saved = await changes.Save(context, Process, VoteDesk.Subject, id, new { units = added.Count, input.Method }, cancel);
        if (saved.Succeeded(out _))
        {
            await transaction.CommitAsync(cancel);
        }

        return saved.Then(made => made.SubjectId);
    }
}
