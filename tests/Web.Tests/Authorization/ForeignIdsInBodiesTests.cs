using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Authorization;

/// <summary>
/// An id inside a body reaches no further than an address does: the building, photo, person, company or place of another compound is
/// refused and nothing is stored. The same body with the own id goes through, so that it is the id that was refused.
/// </summary>
public class ForeignIdsInBodiesTests(EmptyHost host) : EmptyHostTests(host)
{
    private static int last;
    private BodySide own = null!;
    private BodySide foreign = null!;

    /// <summary>How a body names something: who sends it where, with which value.</summary>
    private sealed record Case(Func<BodySide, Guid> Who, Func<Task<string>> Address, Func<BodySide, Task<object>> Value, Func<object, Dictionary<string, object?>> Body);

    public static TheoryData<string> Names => [.. CaseNames];

    internal static readonly string[] CaseNames =
    [
        "report: building", "report: photo", "assign: worker", "contact and done: photo", "unsolved: photo", "supplement: photo",
        "ownership: person", "ownership: organisation", "residency: person", "post: person", "post: place", "organisation: place",
        "organisation: above", "unit: entrance", "invite: organisation",
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var root = $"96/{Interlocked.Increment(ref last):D4}";
        own = await BodySide.Make(App, "甲", $"{root}1/");
        foreign = await BodySide.Make(App, "乙", $"{root}2/");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_foreign_is_refused_and_nothing_stored(string name)
    {
        var tried = CaseOf(name);
        using var program = await App.ApiAs(tried.Who(own));
        var address = await tried.Address();
        var (theirs, ours) = (await tried.Value(foreign), await tried.Value(own));
        var before = await AllRows();
        foreach (var stranger in new[] { theirs, theirs is Guid ? Guid.NewGuid() : "no-such-code" })
        {
            var refused = await program.Post(address, tried.Body(stranger));
            refused.Status.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity], refused.Text);
            (await AllRows()).ShouldBe(before);
        }

        var taken = await program.Post(address, tried.Body(ours));
        ((int)taken.Status).ShouldBeInRange(200, 204, taken.Text);
    }

    [Theory]
    [InlineData("Input.PlaceId")]
    [InlineData("Input.KeptPhotos")]
    public async Task A_form_of_a_page_is_no_way_round(string field)
    {
        var theirs = field == "Input.PlaceId" ? foreign.Building : await BodySide.FreePhoto(App, foreign.Owner);
        var ours = field == "Input.PlaceId" ? own.Building : await BodySide.FreePhoto(App, own.Owner);
        using var visitor = await App.SignInAs(own.Owner);
        foreach (var (value, goes) in new[] { (theirs, false), (ours, true) })
        {
            var (cookie, token) = FormTokens.For(App, own.Owner);
            visitor.Cookies["linli.form"] = cookie;
            var before = await AllRows();
            var answer = await visitor.Post("/tickets/report?handler=Submit",
            [
                ("__RequestVerificationToken", token), ("RequestId", Guid.NewGuid().ToString()), ("Input.Category", "lift"), ("Input.PlaceText", "1单元"),
                ("Input.Description", "电梯坏了"), ("Input.ContactBy", "Phone"), (field, value.ToString()),
            ]);
            answer.ShouldBe(goes ? HttpStatusCode.Found : HttpStatusCode.OK);
            ((await AllRows()) > before).ShouldBe(goes);
        }
    }

    [Fact]
    public async Task A_worker_of_another_compound_is_not_chosen_by_form_either()
    {
        var number = await Ticket("Accepted");
        using var visitor = await App.SignInAs(own.Dispatcher);
        foreach (var (worker, goes) in new[] { (foreign.Worker, false), (own.Worker, true) })
        {
            var page = (await visitor.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.OK);
            (await visitor.Submit(page, "form[action*='handler=Assign']", ("Input.Handler", worker.ToString()))).ShouldBe(goes ? HttpStatusCode.Found : HttpStatusCode.OK);
            (await App.Count("tickets.tickets", "number = $1 and assigned_to = $2", number, worker)).ShouldBe(goes ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_photo_of_somebody_else_is_not_kept_on_a_tickets_page()
    {
        var number = await Ticket("Received");
        using var visitor = await App.SignInAs(own.Owner);
        foreach (var (photo, goes) in new[] { (await BodySide.FreePhoto(App, foreign.Owner), false), (await BodySide.FreePhoto(App, own.Owner), true) })
        {
            var page = (await visitor.Get($"/tickets/{number}")).ShouldBe(HttpStatusCode.OK);
            var answer = await visitor.Submit(page, "form[action*='handler=Supplement']", ("Input.Note", "补一张照片"), ("Input.KeptPhotos", photo.ToString()));
            answer.ShouldBe(goes ? HttpStatusCode.Found : HttpStatusCode.OK);
            (await App.Count("tickets.timeline_photos", "attachment_id = $1", photo)).ShouldBe(goes ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_post_of_another_compound_is_not_ended_by_form()
    {
        using var visitor = await App.SignInAs(own.Clerk);
        foreach (var (holder, goes) in new[] { (foreign.Dispatcher, false), (own.Dispatcher, true) })
        {
            var post = await App.Scalar<Guid>("select id from registry.posts where person_id = $1", holder);
            var page = (await visitor.Get($"/registry/organisations/{own.Organisation}")).ShouldBe(HttpStatusCode.OK);
            var answer = await visitor.Submit(page, "form:has(select[name=Ending])", ("Ending", post.ToString()), ("Input.LastDay", "2026-11-23"));
            ((int)answer.Status).ShouldBe(goes ? 302 : 404);
            (await App.Count("registry.posts", "id = $1 and ended_on is not null", post)).ShouldBe(goes ? 1 : 0);
        }
    }

    private Case CaseOf(string name) => name switch
    {
        "report: building" => new(s => s.Owner, At("/api/v1/tickets"), s => Is(s.Building), id => Report(id, "placeId")),
        "report: photo" => new(s => s.Owner, At("/api/v1/tickets"), s => Photo(s.Owner), id => Report(new[] { id }, "photos")),
        "assign: worker" => new(s => s.Dispatcher, OfTicket("Accepted", "assign"), s => Is(s.Worker), id => Body(("handler", id))),
        "contact and done: photo" => new(s => s.Worker, OfTicket("Handling", "done"), s => Photo(s.Worker), id => Body(("result", "修好了"), ("photos", new[] { id }))),
        "unsolved: photo" => new(s => s.Owner, OfTicket("Replied", "unsolved"), s => Photo(s.Owner), id => Body(("reason", "又停了"), ("photos", new[] { id }))),
        "supplement: photo" => new(s => s.Owner, OfTicket("Received", "supplement"), s => Photo(s.Owner), id => Body(("note", "补一张照片"), ("photos", new[] { id }))),
        "invite: organisation" => new(
            s => s.Worker, OfTicket("Handling", "parties"), async s => await App.Scalar<Guid>("select organisation_id from registry.posts where person_id = $1", s.Dispatcher),
            id => Body(("organisationId", id), ("way", "Act"), ("task", "一起疏通"), ("dueOn", "2026-11-30"))),
        "ownership: person" => new(s => s.Clerk, At($"/api/v1/registry/units/{own.UnitCode}/ownerships"), s => Is(s.Dispatcher), id => Share(("personId", id))),
        "ownership: organisation" => new(s => s.Clerk, At($"/api/v1/registry/units/{own.UnitCode}/ownerships"), s => Is(s.Organisation), id => Share(("organisationId", id))),
        "residency: person" => new(s => s.Clerk, At($"/api/v1/registry/units/{own.UnitCode}/residencies"), s => Is(s.Owner), id => Body(("personId", id), ("relation", "Tenant"), ("since", "2020-01-01"))),
        "post: person" => new(s => s.Clerk, At($"/api/v1/registry/organisations/{own.Organisation}/posts"), s => Is(s.Owner), id => Post(("personId", id))),
        "post: place" => new(s => s.Clerk, At($"/api/v1/registry/organisations/{own.Organisation}/posts"), s => Is(s.CompoundCode), id => Post(("personId", own.Owner), ("placeCode", id))),
        "organisation: place" => new(s => s.Clerk, At("/api/v1/registry/organisations"), s => Is(s.CompoundCode), id => Body(("kind", "OwnersCommittee"), ("name", "测试业委会"), ("placeCode", id))),
        "organisation: above" => new(s => s.Clerk, At("/api/v1/registry/organisations"), s => Is(s.Organisation), id => Body(("kind", "OwnersCommittee"), ("name", "测试业委会"), ("placeCode", own.CompoundCode), ("organisationId", id))),
        "unit: entrance" => new(s => s.Clerk, At($"/api/v1/registry/compounds/{own.CompoundCode}/units"), s => Is(s.BuildingCode), id => Body(("placeCode", id), ("number", "909"), ("kind", "Dwelling"), ("registeredArea", "88.5"), ("delivery", "Delivered"))),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static Func<Task<string>> At(string address) => () => Task.FromResult(address);

    private Func<Task<string>> OfTicket(string state, string act) => async () => $"/api/v1/tickets/{await Ticket(state)}/{act}";

    private static Task<object> Is(object value) => Task.FromResult(value);

    private async Task<object> Photo(Guid of) => await BodySide.FreePhoto(App, of);

    private static Dictionary<string, object?> Body(params (string Name, object? Value)[] fields)
    {
        var body = fields.ToDictionary(f => f.Name, f => f.Value);
        body["requestId"] = Guid.NewGuid();
        return body;
    }

    private static Dictionary<string, object?> Report(object value, string field) =>
        Body(("category", "lift"), ("placeText", "1单元"), ("description", "电梯坏了"), (field, value));

    private static Dictionary<string, object?> Share((string, object?) owner) => Body(owner, ("shareNumerator", 1), ("shareDenominator", 4), ("since", "2020-01-01"));

    private static Dictionary<string, object?> Post(params (string, object?)[] fields) => Body([.. fields, ("postKind", PostKinds.RepairWorker.Code), ("firstDay", "2026-11-01")]);

    private async Task<string> Ticket(string state)
    {
        var number = $"TI-{Interlocked.Increment(ref last):D6}";
        await App.World.Ticket(own.Compound, number, own.Owner, own.Worker);
        await App.Execute("update tickets.tickets set state = $2, assigned_to = case when $2 in ('Received', 'Accepted') then null else assigned_to end, contacted_at = case when $2 in ('Handling', 'Replied') then received_at end, replied_at = case when $2 = 'Replied' then received_at end where number = $1", number, state);
        return number;
    }

    /// <summary>How many rows all tables of the house hold together.</summary>
    private Task<long> AllRows() => App.Scalar<long>(
        """
        select sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint)::bigint
          from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
        """);
}
