using System.Globalization;
using System.Net;
using Linli.Domain.Tickets;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Evaluation;

/// <summary>The page of the rates: what it shows opens its tickets, small samples are not ranked, companies answer for their own time, residents see their own.</summary>
public class RatesPageTests(EmptyHost host) : EmptyHostTests(host)
{
    private EvaluationStage stage = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        stage = await EvaluationStage.Make(App);
    }

    [Fact]
    public async Task Every_figure_opens_its_tickets_and_a_small_sample_has_no_rank()
    {
        for (var i = 0; i < 7; i++)
        {
            await stage.Closed(i % 3 != 0, i % 2 == 0 ? Satisfaction.Satisfied : Satisfaction.Dissatisfied);
        }

        using var clerk = await App.SignInAs(stage.First);
        var page = (await clerk.Get("/rates")).ShouldBe(HttpStatusCode.OK);
        page.One("main").TextContent.ShouldContain("样本不足");
        page.One("main").TextContent.ShouldContain("default@1");
        page.One("main").TextContent.ShouldContain("未核实");
        var figures = page.All("main a[href^='/rates/tickets']");
        figures.Count.ShouldBeGreaterThan(12);
        foreach (var figure in figures)
        {
            var list = (await clerk.Get(figure.GetAttribute("href")!)).ShouldBe(HttpStatusCode.OK);
            list.All("main tbody tr").Count.ToString(CultureInfo.InvariantCulture).ShouldBe(figure.TextContent.Trim(), figure.GetAttribute("href"));
        }

        for (var i = 0; i < 4; i++)
        {
            await stage.Closed();
        }

        (await clerk.Get("/rates")).One("main").TextContent.ShouldContain("第 1 名");
        (await clerk.Get("/rates/export")).ShouldBe(HttpStatusCode.OK).Headers["Content-Type"].ShouldContain("spreadsheetml");
    }

    [Fact]
    public async Task A_company_answers_for_what_came_in_while_it_served()
    {
        foreach (var (name, from, to) in new[] { ("甲物业", -40, -11), ("乙物业", -10, (int?)null) })
        {
            await App.Execute(
                """
                with o as (insert into registry.organisations (id, kind, name, short_name, initials, place_id) values (gen_random_uuid(), 'PropertyCompany', $1, $1, 'WY', $2) returning id)
                insert into registry.services (id, compound_id, organisation_id, starts_on, ends_on) select gen_random_uuid(), $2, id, $3, $4 from o
                """, name, stage.Compound, Day(from), to is { } last ? Day(last) : DBNull.Value);
        }

        foreach (var days in new[] { -30, -20, -9, -3 })
        {
            await stage.Closed(receivedAt: App.Clock.Now.AddDays(days));
        }

        // The last moment of a company's last day is still its own.
        await stage.Closed(receivedAt: Linli.Domain.Kernel.ChinaTime.EndOf(Day(-11)).AddSeconds(-1));
        using var program = await App.ApiAs(stage.First);
        var rows = (await program.Get("/api/v1/rates?by=Companies")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("rows").EnumerateArray()
            .ToDictionary(row => row.GetProperty("name").GetString()!, row => (Id: row.GetProperty("organisationId").GetGuid(), Orders: row.GetProperty("rates").GetProperty("orders").GetInt64()));
        (rows["甲物业"].Orders, rows["乙物业"].Orders).ShouldBe((3, 2));
        foreach (var (id, orders) in rows.Values)
        {
            (await program.Get($"/api/v1/rates/tickets?organisation={id}")).Json.GetProperty("count").GetInt64().ShouldBe(orders);
        }
    }

    [Fact]
    public async Task Residents_see_figures_of_their_own_compound_once_there_are_enough()
    {
        using var owner = await App.SignInAs(stage.Owner);
        await stage.Closed();
        (await owner.Get("/rates/mine")).ShouldBe(HttpStatusCode.OK).One("main").TextContent.ShouldContain("样本不足");
        for (var i = 0; i < 5; i++)
        {
            await stage.Closed();
        }

        var page = await owner.Get("/rates/mine");
        page.One("main").TextContent.ShouldContain("100.00%");
        page.All("main a[href^='/tickets/']").ShouldBeEmpty();
        (await owner.Get("/rates")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await owner.Get("/rates/tickets")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Places_outside_the_post_have_no_rates_and_days_that_cannot_be_counted_are_said()
    {
        using var stranger = await App.ApiAs(stage.Stranger);
        foreach (var address in new[] { $"/api/v1/rates?place={stage.CompoundCode}", $"/api/v1/rates/tickets?place={stage.CompoundCode}", "/api/v1/rates?place=%00" })
        {
            (await stranger.Get(address)).ShouldBe(HttpStatusCode.NotFound);
        }

        (await stranger.Get("/api/v1/rates?from=2026-11-02&to=2026-11-01")).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("RatePeriodEndsBeforeItBegins");
        using var clerk = await App.SignInAs(stage.First);
        (await clerk.Get("/rates?from=0001-01-01")).ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary").TextContent.ShouldContain("2000");
    }

    private DateOnly Day(int days) => Linli.Domain.Kernel.ChinaTime.DayOf(App.Clock.Now).AddDays(days);
}
