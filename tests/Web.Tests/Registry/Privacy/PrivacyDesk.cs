using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Registry.Privacy;

/// <summary>A compound with an owner who has a phone, and a community worker who decides on requests.</summary>
internal sealed record PrivacyDesk(TestApp App, Guid Compound, Guid Owner, string Phone, Guid Clerk)
{
    public static async Task<PrivacyDesk> Open(TestApp app)
    {
        var compound = await app.World.Compound("测试小区");
        var phone = app.World.Phone();
        var owner = await app.World.OwnerIn(compound, phone);
        var clerk = await app.World.Person();
        await app.World.Post(clerk, PostKinds.CommunityWorker.Code, compound);
        return new PrivacyDesk(app, compound, owner, phone, clerk);
    }

    public Task<ApiClient> AsOwner() => App.ApiAs(Owner);

    public Task<ApiClient> AsClerk() => App.ApiAs(Clerk);

    /// <summary>The owner moves out and sells: nothing ties the person here any more.</summary>
    public Task Leave() => App.Execute("update registry.ownerships set until = $2 where person_id = $1", Owner, DateOnly.FromDateTime(App.Clock.Now.UtcDateTime).AddDays(-1));

    /// <summary>A ticket of the owner's that was closed at the moment.</summary>
    public async Task<Guid> ClosedTicket(DateTimeOffset closedAt)
    {
        var id = await App.World.Ticket(Compound, $"PV-{Guid.NewGuid():N}"[..12], Owner, Clerk);
        await App.Execute("update tickets.tickets set state = 'Closed', closed_at = $2, description = '3栋402漏水，找李某', unit_id = (select unit_id from registry.ownerships where person_id = $3 limit 1) where id = $1", id, closedAt, Owner);
        await App.Execute(
            "insert into tickets.timeline (id, ticket_id, at, act, state, person_id, person_name, acted_as, note) values ($1, $2, $3, 'Report', 'Received', $4, null, '1栋101 · 业主', '打我电话')",
            Guid.NewGuid(), id, closedAt, Owner);
        return id;
    }

    public async Task<string> LastCode()
    {
        await App.Background.SendOutbox();
        var text = await App.Scalar<string>("select text from platform.sent_messages order by outbox_id desc limit 1");
        return JsonDocument.Parse(text!).RootElement.GetProperty("code").GetString()!;
    }
}
