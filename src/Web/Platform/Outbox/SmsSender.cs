using System.Text.Json;
using Linli.Web.Platform.Personal;
using Npgsql;

namespace Linli.Web.Platform.Outbox;

/// <summary>Sends text messages, one by one: a number that the gateway refuses holds up no other.</summary>
internal sealed class SmsSender(ISmsGateway sms, PersonalCipher cipher) : IOutboxSender
{
    public string Kind => OutboxMessage.SmsKind;

    public int AtOnce => 1;

    public async Task Send(IReadOnlyList<ClaimedMessage> messages, NpgsqlConnection connection, CancellationToken cancel)
    {
        foreach (var message in messages)
        {
            var payload = JsonSerializer.Deserialize<SmsPayload>(message.Payload)!;
            await sms.Send(message.Id, cipher.Decrypt(payload.PhoneCipher), payload.PhoneMasked, payload.Text, cancel);
        }
    }
}
