using System.Security.Cryptography;
using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;

namespace Linli.Web.Decisions;

/// <summary>Appends accepted ballots to the tree of their vote, and signs its heads. The caller holds the lock of the vote.</summary>
internal sealed class TreeKeeper(LinliDb db, SecretKeys keys) : IDisposable
{
    private readonly Lazy<ECDsa> signer = new(() => TreeRows.KeyFrom(keys));

    /// <summary>The public half of the key, 65 bytes.</summary>
    public byte[] PublicKey => TreeHead.PublicKeyOf(signer.Value);

    /// <summary>Makes a row of an accepted ballot and appends its leaf.</summary>
    public BallotRow Append(Vote vote, VoterRow voter, Ballot ballot, Guid id, ProcessContext context, bool declared)
    {
        var row = TreeRows.Append(vote, voter, ballot, id, RandomNumberGenerator.GetBytes(16));
        (row.Declared, row.EnteredAs) = (declared, VoteDesk.Acting(context));
        return db.Add(row).Entity;
    }

    /// <summary>Signs what the tree holds now.</summary>
    public void Sign(Vote vote, ProcessContext context) => db.Add(TreeRows.Head(vote, context.At, signer.Value));

    public void Dispose()
    {
        if (signer.IsValueCreated)
        {
            signer.Value.Dispose();
        }
    }
}
