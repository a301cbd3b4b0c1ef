using System.Net;
using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Web.Platform.SignIn;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

/// <summary>One-time codes: short life, few tries, one use, and no telling who is registered.</summary>
public class SignInCodeTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task The_right_code_signs_in_once()
    {
        var (phone, person) = await Registered();
        var code = await Ask(phone);
        (await Redeem(phone, code)).ShouldBe(person);
        (await Redeem(phone, code)).ShouldBeNull();
    }

    [Fact]
    public async Task A_code_used_by_eight_at_once_lets_one_in()
    {
        var (phone, person) = await Registered();
        var code = await Ask(phone);
        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Redeem(phone, code)));
        entered.Count(p => p == person).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_lives_five_minutes()
    {
        var (phone, person) = await Registered();
        var code = await Ask(phone);
        App.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await Redeem(phone, code)).ShouldBe(person);

        code = await Ask(phone);
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Redeem(phone, code)).ShouldBeNull();
    }

    [Fact]
    public async Task Five_wrong_tries_kill_a_code()
    {
        var (phone, _) = await Registered();
        var code = await Ask(phone);
        for (var i = 0; i < 5; i++)
        {
            (await Redeem(phone, Other(code, i))).ShouldBeNull();
        }

        (await Redeem(phone, code)).ShouldBeNull();
    }

    [Fact]
    public async Task Guesses_in_parallel_share_the_five_tries()
    {
        var (phone, _) = await Registered();
        var code = await Ask(phone);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Redeem(phone, Other(code, i))));
        (await App.Scalar<int>("select max(attempts) from platform.sign_in_codes where used_at is null")).ShouldBe(5);
        (await Redeem(phone, code)).ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_number_gets_the_same_answer_and_no_message()
    {
        var unknown = App.World.Phone();
        var (known, _) = await Registered();
        using var program = App.Api();
        var first = await program.Post("/api/v1/sign-in/code", new { phone = known });
        var before = await App.Count("platform.outbox");
        var second = await program.Post("/api/v1/sign-in/code", new { phone = unknown });
        (second.Status, second.Text).ShouldBe((first.Status, first.Text));
        (await App.Count("platform.outbox")).ShouldBe(before);
        var right = await program.Post("/api/v1/sign-in/token", new { phone = known, code = "12345", name = "x" });
        var wrong = await program.Post("/api/v1/sign-in/token", new { phone = unknown, code = "12345", name = "x" });
        (wrong.Status, wrong.Problem).ShouldBe((right.Status, right.Problem));
    }

    [Fact]
    public async Task Asking_again_and_again_is_refused_for_an_hour()
    {
        var (phone, _) = await Registered();
        var number = PhoneNumber.Parse(phone).Value;
        for (var i = 0; i < 6; i++)
        {
            await Ask(phone);
        }

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Send(number)).ShouldHaveSingleItem().ShouldBeOfType<TooManyCodesRequested>();
        App.Clock.Advance(TimeSpan.FromHours(1));
        (await Send(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asking_eight_times_at_once_sends_one_code()
    {
        var (phone, _) = await Registered();
        var number = PhoneNumber.Parse(phone).Value;
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(number)));
        answers.Count(a => a.Count == 0).ShouldBe(1);
    }

    [Fact]
    public async Task The_code_does_not_lie_open_in_its_table()
    {
        var (phone, _) = await Registered();
        var code = await Ask(phone);
        (await App.Scalar<string>("select string_agg(row_to_json(c)::text, ' ') from platform.sign_in_codes c"))!.ShouldNotContain($"\"{code}\"");
    }

    [Fact]
    public async Task Signing_in_through_the_pages_leads_to_where_one_wanted_to_go()
    {
        var (phone, _) = await Registered();
        using var visitor = App.Visitor();
        var page = await visitor.Open("/me");
        page.Address.AbsolutePath.ShouldBe("/sign-in");
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        var sent = await visitor.Follow(await visitor.Submit(page, "form:has([name='Input.PhoneNumber'])", ("Input.PhoneNumber", phone)));
        var wrong = (await visitor.Submit(sent, "form:has([name='Input.Code'])", ("Input.Code", "00000"))).ShouldBe(HttpStatusCode.OK);
        wrong.All(".govuk-error-summary, [role=alert]").ShouldNotBeEmpty();
        var entered = await visitor.Submit(wrong, "form:has([name='Input.Code'])", ("Input.Code", await LastCode()));
        entered.Location.ShouldBe("/me");
        (await visitor.Get("/me")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(string Phone, Guid Person)> Registered()
    {
        var phone = App.World.Phone();
        var person = await App.World.OwnerIn(await App.World.Compound("测试小区"), phone);
        return (phone, person);
    }

    private async Task<string> Ask(string phone)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Send(PhoneNumber.Parse(phone).Value)).ShouldBeEmpty();
        return await LastCode();
    }

    private Task<IReadOnlyList<Linli.Domain.Kernel.Refusal>> Send(PhoneNumber number) =>
        App.With<SignInCodes, IReadOnlyList<Linli.Domain.Kernel.Refusal>>(async codes => (await codes.Send(number, CancellationToken.None)).Refusals);

    private async Task<string> LastCode()
    {
        await App.Background.SendOutbox();
        var text = await App.Scalar<string>("select text from platform.sent_messages order by outbox_id desc limit 1");
        return JsonDocument.Parse(text!).RootElement.GetProperty("code").GetString()!;
    }

    private Task<Guid?> Redeem(string phone, string code) => App.With<SignInCodes, Guid?>(async codes =>
        (await codes.Redeem(PhoneNumber.Parse(phone).Value, code, CancellationToken.None)).Succeeded(out var person) ? person : null);

    private static string Other(string code, int i) => $"{(int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) + 1 + i) % 1_000_000:D6}";
}
