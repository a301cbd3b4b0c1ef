using System.Collections.Concurrent;
using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Web.Platform.Outbox;
using Linli.Web.Platform.Personal;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Outbox;

/// <summary>Each message leaves once, however many nodes share the work, and a failed one waits and is tried again.</summary>
public class OutboxTests(LinliHostFixture host)
{
    [Fact]
    public async Task The_demos_outbox_shows_what_went_to_made_up_people_and_codes_go_when_they_expire()
    {
        await using var app = await host.New(demo: true);
        var (madeUp, real) = (app.World.Phone(), app.World.Phone());
        await app.World.Person(madeUp);
        await app.Execute("update registry.people set made_up = false where id = $1", await app.World.Person(real));
        foreach (var phone in new[] { madeUp, real })
        {
            await app.With<Linli.Web.Platform.SignIn.SignInCodes, bool>(async codes =>
                !(await codes.Send(PhoneNumber.Parse(phone).Value, CancellationToken.None)).IsRefused);
        }

        await app.Background.SendOutbox();
        (await app.Count("platform.sent_messages")).ShouldBe(2);
        using var visitor = app.Visitor();
        var page = (await visitor.Get("/demo/outbox")).Text;
        page.ShouldContain(madeUp[^4..]);
        page.ShouldNotContain($"{real[..3]}****{real[^4..]}");
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.Background.Run<ForgetSentCodes>();
        (await app.Count("platform.sent_messages")).ShouldBe(0);
    }

    [Fact]
    public async Task Workers_at_once_send_each_message_once()
    {
        var gateway = new CountingGateway();
        await using var app = await host.New(change: b => b.Services.RemoveAll<ISmsGateway>().AddSingleton<ISmsGateway>(gateway));
        await Put(app, 30);
        var tried = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Background.SendOutbox()));
        tried.Sum().ShouldBe(30);
        gateway.Sent.Count.ShouldBe(30);
        gateway.Sent.Distinct().Count().ShouldBe(30);
        (await app.Count("platform.outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_fails_is_kept_with_its_error_and_tried_later()
    {
        var gateway = new CountingGateway { Fails = true };
        await using var app = await host.New(change: b => b.Services.RemoveAll<ISmsGateway>().AddSingleton<ISmsGateway>(gateway));
        await Put(app, 1);
        (await app.Background.SendOutbox()).ShouldBe(1);
        (await app.Scalar<string>("select last_error from platform.outbox")).ShouldBe("no network");
        (await app.Background.SendOutbox()).ShouldBe(0);

        gateway.Fails = false;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.Background.SendOutbox()).ShouldBe(1);
        gateway.Sent.ShouldHaveSingleItem();
        (await app.Count("platform.outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task The_number_does_not_lie_open_in_the_database()
    {
        await using var app = await host.New();
        await Put(app, 1);
        (await app.Scalar<string>("select payload::text from platform.outbox"))!.ShouldNotContain("13900000000");
        await app.Background.SendOutbox();
        (await app.Scalar<string>("select phone_masked from platform.sent_messages")).ShouldBe("139****0000");
    }

    private static Task Put(TestApp app, int count) => app.WithDb(async db =>
    {
        for (var i = 0; i < count; i++)
        {
            var text = JsonSerializer.SerializeToElement(new { kind = "SignInCode", code = $"{i:D6}" });
            db.Add(OutboxMessage.Sms(PhoneNumber.Parse("13900000000").Value, app.Services.GetRequiredService<PersonalCipher>(), text, app.Clock.Now));
        }

        return await db.SaveChangesAsync();
    });

    private sealed class CountingGateway : ISmsGateway
    {
        public bool Fails { get; set; }

        public ConcurrentQueue<long> Sent { get; } = [];

        public async Task Send(long messageId, string phone, string phoneMasked, JsonElement text, CancellationToken cancel)
        {
            await Task.Delay(2, cancel);
            if (Fails)
            {
                throw new InvalidOperationException("no network");
            }

            Sent.Enqueue(messageId);
        }
    }
}
