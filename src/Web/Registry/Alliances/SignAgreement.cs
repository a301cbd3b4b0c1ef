using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>A signature under the text as it was shown.</summary>
public sealed record SignatureInput : ChangeInput
{
    /// <summary>The version of the text that was read; another one is not signed.</summary>
    public uint? Version { get; init; }
}

/// <summary>签署: the secretary of a party signs for it; when both have signed, the text stands.</summary>
internal sealed class SignAgreement(LinliDb db, Changes changes, AgreementDesk desk)
{
    private const string Process = nameof(SignAgreement);

    public async Task<Outcome<Done>> Execute(Guid id, SignatureInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await desk.Find(id, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        var a = open.Agreement;
        var side = open.Roles.HasFlag(AgreementRoles.Second) ? AgreementSide.Second : AgreementSide.First;
        var (own, other) = side == AgreementSide.First ? (a.FirstSignedBy, a.SecondSignedBy) : (a.SecondSignedBy, a.FirstSignedBy);
        var commitments = await db.Set<CommitmentMade>().CountAsync(c => c.AgreementId == id, cancel);
        var decided = AgreementRules.Sign(open.State, side, open.Roles, own is not null, other, context.Actor.PersonId, commitments);
        if (!decided.Succeeded(out var next))
        {
            return Outcome<Done>.Refused(decided.Refusals);
        }

        if (input.Version != a.Version)
        {
            return new ChangedMeanwhile();
        }

        a.State = next;
        Write(a, side, context);
        var otherSide = side == AgreementSide.First ? AgreementSide.Second : AgreementSide.First;
        await desk.Tell(open, context, next == AgreementState.Signed ? "AgreementSigned" : "AgreementToSign", cancel, otherSide);
        return await desk.Save(open, context, Process, new { side, state = next }, cancel);
    }

    private static void Write(Agreement a, AgreementSide side, ProcessContext context)
    {
        var signedAs = $"{context.Actor.Name} · {CapacityNames.ForRecord(context.Actor.Capacity!)}";
        if (side == AgreementSide.First)
        {
            (a.FirstSignedBy, a.FirstSignedAt, a.FirstSignedAs) = (context.Actor.PersonId, context.At, signedAs);
        }
        else
        {
            (a.SecondSignedBy, a.SecondSignedAt, a.SecondSignedAs) = (context.Actor.PersonId, context.At, signedAs);
        }
    }
}
