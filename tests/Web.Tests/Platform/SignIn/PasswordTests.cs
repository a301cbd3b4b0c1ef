using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.SignIn;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

public class PasswordTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Right = "一句好记的话就是密码";

    [Fact]
    public async Task Five_wrong_passwords_lock_it_for_a_quarter_of_an_hour()
    {
        var (phone, person) = await Registered();
        (await Check(phone, Right)).Value.ShouldBe(person);
        for (var i = 0; i < 5; i++)
        {
            (await Check(phone, $"wrong {i}")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<PhoneOrPasswordIsWrong>();
        }

        (await Check(phone, Right)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SignInIsLocked>().Minutes.ShouldBeInRange(1, 15);
        App.Clock.Advance(TimeSpan.FromMinutes(16));
        (await Check(phone, Right)).Value.ShouldBe(person);
    }

    [Fact]
    public async Task An_unknown_number_locks_in_the_same_way()
    {
        var phone = App.World.Phone();
        for (var i = 0; i < 5; i++)
        {
            (await Check(phone, $"wrong {i}")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<PhoneOrPasswordIsWrong>();
        }

        (await Check(phone, Right)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SignInIsLocked>();
    }

    [Fact]
    public async Task Guesses_in_parallel_share_the_five_tries()
    {
        var (phone, _) = await Registered();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Check(phone, $"wrong {i}")));
        answers.Count(a => a.Refusals[0] is PhoneOrPasswordIsWrong).ShouldBe(5);
        answers.Count(a => a.Refusals[0] is SignInIsLocked).ShouldBe(7);
    }

    [Fact]
    public async Task A_short_password_is_refused()
    {
        var (_, person) = await Registered();
        var refused = await Set(person, "太短", Right);
        refused.Refusals.ShouldHaveSingleItem().ShouldBeOfType<PasswordIsTooShort>();
    }

    private async Task<(string Phone, Guid Person)> Registered()
    {
        var phone = App.World.Phone();
        var person = await App.World.OwnerIn(await App.World.Compound("测试小区"), phone);
        (await Set(person, Right, null)).IsRefused.ShouldBeFalse();
        return (phone, person);
    }

    private async Task<Outcome<Done>> Set(Guid person, string password, string? current)
    {
        var context = App.Context(await App.Actor(person));
        var changed = await App.With<ChangePassword, IReadOnlyList<Refusal>>(async change =>
            (await change.Execute(new() { Current = current, Password = password }, context, CancellationToken.None)).Refusals);
        return changed.Count == 0 ? Done.It : Outcome<Done>.Refused([.. changed]);
    }

    private Task<Outcome<Guid>> Check(string phone, string password) =>
        App.With<SignInWithPassword, Outcome<Guid>>(signIn => signIn.Check(PhoneNumber.Parse(phone).Value, password, CancellationToken.None));
}
