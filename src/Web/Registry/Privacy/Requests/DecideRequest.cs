using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Requests;

public sealed record DecisionInput : ChangeInput
{
    /// <summary>Accept, Restrict or Refuse.</summary>
    public RightsRequestAct? Act { get; init; }

    /// <summary>The ground of a restriction or refusal.</summary>
    public RefusalGround? Ground { get; init; }

    /// <summary>What the person is told; at most 500 characters, at least 4 unless it is done as asked.</summary>
    public string? Answer { get; init; }

    /// <summary>The version that was seen.</summary>
    public uint? Version { get; init; }
}

/// <summary>A clerk of the place decides on a request, with a reason where it is not done as asked (PIPL 46, 47, 50); what was decided is carried out in the same transaction.</summary>
internal sealed class DecideRequest(LinliDb db, Changes changes, CarryOut carryOut, Erasure erasure, Notifier notifier)
{
    private const string Process = "DecideRightsRequest";
    private const int ShortestAnswer = 4;

    public async Task<Outcome<Done>> Execute(Guid id, DecisionInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        var places = db.Places(context.Actor, Permission.HandlePersonalDataRequests).Select(place => place.Id);
        if (await db.Set<RightsRequest>().SingleOrDefaultAsync(r => r.Id == id && places.Contains(r.PlaceId), cancel) is not { } request)
        {
            return new NotFound();
        }

        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (request.PersonId == context.Actor.PersonId)
        {
            return new OwnRequestIsDecidedByAnother();
        }

        if (input.Version is { } seen && seen != request.Version)
        {
            return new ChangedMeanwhile();
        }

        var faults = new Faults();
        var act = faults.Choice(nameof(input.Act), input.Act is RightsRequestAct.Withdraw ? null : input.Act);
        var answer = faults.OptionalLine(nameof(input.Answer), input.Answer, 500);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        var state = faults.Take(RightsRequestFlow.Decide(request.Kind, request.State, act, input.Ground));
        faults.AddIf(act != RightsRequestAct.Accept && PlainText.LengthOf(answer ?? string.Empty) < ShortestAnswer, new AnswerIsTooShort(ShortestAnswer));
        if (!faults.Any && request.Scope is { } scope && RightsRequestFlow.ObstacleTo(act, scope, await erasure.Obstacles(request.PersonId, cancel)) is { } obstacle)
        {
            faults.Add(obstacle);
        }

        return faults.Any ? Outcome<Done>.Refused(faults.All) : await Write(request, act, state, input, answer, context, cancel);
    }

    private async Task<Outcome<Done>> Write(
        RightsRequest request, RightsRequestAct act, RightsRequestState state, DecisionInput input, string? answer, ProcessContext context, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (field, scope, person) = (request.Field, request.Scope, request.PersonId);
        if (await carryOut.Do(request, act, context, cancel) is { } refusal)
        {
            return refusal;
        }

        (request.State, request.DecidedAt, request.DecidedBy, request.Ground, request.Answer, request.ProposedCipher) =
            (state, context.At, context.Actor.PersonId, act == RightsRequestAct.Accept ? null : input.Ground, answer, null);
        request.DecidedAs = CapacityNames.ForRecord(context.Actor.Capacity!);
        notifier.Tell(act == RightsRequestAct.Accept && scope == DeletionScope.Everything ? [] : [person], "RightsRequestDecided", [], $"/me/privacy/requests/{request.Id}", context.At);
        var saved = await changes.Save(context, Process, nameof(RightsRequest), request.Id, new { act, field, scope, request.Ground }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return Done.It;
    }
}
