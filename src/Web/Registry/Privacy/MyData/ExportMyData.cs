using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.SignIn;
using Linli.Web.Registry.Privacy.Consents;
using Linli.Web.Registry.Privacy.Requests;
using Linli.Web.Registry.Queries;

namespace Linli.Web.Registry.Privacy.MyData;

public sealed record ExportInput : ChangeInput
{
    /// <summary>Whether numbers are wanted whole; then the person proves anew who asks.</summary>
    public bool Whole { get; init; }

    /// <summary>A code sent to the own number, for a program; a page confirms the session instead.</summary>
    public string? ConfirmationCode { get; init; }
}

/// <summary>Everything about a person in one piece (PIPL 45).</summary>
internal sealed record PersonalExport(
    string Name, DateTimeOffset At, bool Whole, IReadOnlyList<MyCategory> Held, IReadOnlyList<Look> Looks, IReadOnlyList<ConsentWord> Consents, IReadOnlyList<RightsRequestView> Requests);

/// <summary>Hands a person a copy of all that is held, with who looked at it; numbers whole only after proving anew who asks.</summary>
internal sealed class ExportMyData(ShowMyData data, LooksAtMe looks, MyConsents consents, MyRequests requests, ConfirmItIsMe confirm, Changes changes)
{
    private const string Process = nameof(ExportMyData);

    public async Task<Outcome<PersonalExport>> Execute(ExportInput input, ProcessContext context, CancellationToken cancel)
    {
        if (input.Whole && await confirm.Proven(context.Actor, input.ConfirmationCode, cancel) is { IsRefused: true } unproven)
        {
            return Outcome<PersonalExport>.Refused(unproven.Refusals);
        }

        // A copy asked for twice by the same form is the same copy; it is noted once.
        var saved = await changes.Save(context, Process, nameof(Store.Person), context.Actor.PersonId, new { input.Whole }, cancel);
        return saved.IsRefused
            ? Outcome<PersonalExport>.Refused(saved.Refusals)
            : await Read(context.Actor, input.Whole, context.At, cancel);
    }

    private async Task<PersonalExport> Read(Actor actor, bool whole, DateTimeOffset at, CancellationToken cancel) => new(
        actor.Name, at, whole,
        await data.Execute(actor, whole, cancel), await looks.Execute(actor, cancel), await consents.Log(actor, cancel), await requests.Execute(actor, cancel));
}
