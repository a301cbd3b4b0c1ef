using Npgsql;

namespace Linli.Web.Platform.Outbox;

/// <summary>Carries out the effects of one kind of message. What it writes through the connection stands or falls with the message's removal.</summary>
internal interface IOutboxSender
{
    string Kind { get; }

    /// <summary>How many messages it takes at once; when that fails, each is tried alone.</summary>
    int AtOnce { get; }

    Task Send(IReadOnlyList<ClaimedMessage> messages, NpgsqlConnection connection, CancellationToken cancel);
}

/// <summary>A message that this node holds alone until its transaction ends.</summary>
internal sealed record ClaimedMessage(long Id, string Payload, int Attempts);
