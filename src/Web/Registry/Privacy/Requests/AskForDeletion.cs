using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Privacy.Requests;

public sealed record DeletionInput : ChangeInput
{
    public DeletionScope? Scope { get; init; }

    /// <summary>Why; may be left empty.</summary>
    public string? Explanation { get; init; }
}

/// <summary>Asks that what is held about oneself be deleted (PIPL 47); a clerk decides.</summary>
internal sealed class AskForDeletion(RequestDesk desk)
{
    public async Task<Outcome<Guid>> Execute(DeletionInput input, ProcessContext context, CancellationToken cancel)
    {
        var faults = new Faults();
        var scope = faults.Choice(nameof(input.Scope), input.Scope);
        var explanation = faults.OptionalLine(nameof(input.Explanation), input.Explanation, 200);
        return faults.Any
            ? Outcome<Guid>.Refused(faults.All)
            : await desk.Open(
                new RightsRequest { PersonId = context.Actor.PersonId, Kind = RightsRequestKind.Deletion, Scope = scope, Explanation = explanation }, context, cancel);
    }
}
