using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Handling;

/// <summary>What those who work on a ticket say among themselves reaches no resident: not by page, answer, notice or export, whatever capacity the resident holds besides.</summary>
public sealed class InternalNotesTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Secret = "内部秘密-报事人难缠";

    private HandlingWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        world = await HandlingWorld.Make(App, "94/0001");
    }

    public override async ValueTask DisposeAsync()
    {
        world.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_internal_reaches_a_resident()
    {
        var number = await world.Handled();
        await world.Do(world.Worker, number, "internal-notes", new { note = Secret });
        await world.Do(world.Worker, number, "extension", new { days = 2, reason = Secret });
        await world.Do(world.Lead, number, "extension/decision", new { grant = true, reason = Secret });
        await world.Do(world.Dispatcher, number, "whistle", new { level = "Community", matter = Secret });
        await world.Do(world.Community, number, "whistle/answer", new { answer = Secret, warranted = false, reason = Secret });
        await world.Do(world.Dispatcher, number, "whistle/assessment", new { helped = false, reason = Secret });
        await world.Do(world.Dispatcher, number, "parties", new { organisationId = await world.OrganisationOf(world.Chair), way = "Act", task = Secret, dueOn = "2026-12-10" });
        await world.Do(world.Chair, number, "parties/report", new { result = Secret });
        await world.Do(world.Worker, number, "return", new { ground = "Unclear", reason = Secret });
        await world.Do(world.Dispatcher, number, "return/decision", new { accept = false, reason = Secret });

        // Those who work on it read it.
        foreach (var insider in new[] { world.Worker, world.Dispatcher, world.Community, world.Subdistrict })
        {
            (await (await world.As(insider)).Get($"/api/v1/tickets/{number}")).Text.ShouldContain(Secret);
        }

        (await world.Ticket(world.Worker, number)).GetProperty("handling").GetProperty("internalNotes").GetArrayLength().ShouldBe(1);
        // Whoever only looks on has no internal notes.
        (await world.Ticket(world.Secretary, number)).GetProperty("handling").GetProperty("internalNotes").GetArrayLength().ShouldBe(0);

        // The reporter also holds a post of the company: it is still the reporter's own ticket.
        var post = await App.World.Post(world.Owner, "project-lead", world.Compound);
        using var asStaff = await App.ApiAs(world.Owner, post);
        foreach (var program in new[] { await world.As(world.Owner), asStaff })
        {
            var answer = (await program.Get($"/api/v1/tickets/{number}")).ShouldBe(HttpStatusCode.OK);
            answer.Text.ShouldNotContain(Secret);
            answer.Json.GetProperty("timeline").EnumerateArray().Select(step => step.GetProperty("act").GetString())
                .ShouldNotContain(act => act == "RequestReturn" || act == "AskExtension" || act == "AssessWhistle");
            (await program.Get("/api/v1/tickets?mine=true")).Text.ShouldNotContain(Secret);
            (await program.Get("/api/v1/notifications")).Text.ShouldNotContain(Secret);
        }

        using (var visitor = await App.SignInAs(world.Owner))
        {
            (await visitor.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(Secret);
            (await visitor.Get("/tickets/mine")).Text.ShouldNotContain(Secret);
        }

        var held = await App.With<IEnumerable<Linli.Web.Registry.Contract.IPersonalDataHolder>, string>(async holders =>
        {
            var all = new List<string?>();
            foreach (var person in new[] { world.Owner, world.Neighbour })
            {
                foreach (var holder in holders)
                {
                    all.AddRange((await holder.Held(person, whole: true, CancellationToken.None)).SelectMany(c => c.Items).Select(i => i.ToString()));
                }
            }

            return string.Join('\n', all);
        });
        held.ShouldContain("单元门关不上");
        held.ShouldNotContain(Secret);
        // Its author's own export says that there is a note, without its words.
        var author = await App.With<IEnumerable<Linli.Web.Registry.Contract.IPersonalDataHolder>, string>(async holders =>
            string.Join('\n', (await Task.WhenAll(holders.Where(h => h.GetType().Name == "TicketsHolder").Select(h => h.Held(world.Worker, true, CancellationToken.None))))
                .SelectMany(c => c).Where(c => c.Table == "tickets.internal_notes").SelectMany(c => c.Items).Select(i => i.ToString())));
        author.ShouldContain(number);
        author.ShouldNotContain(Secret);

        (await (await world.As(world.Neighbour)).Get($"/api/v1/tickets/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.Try(world.Owner, number, "internal-notes", new { note = "我也写" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
