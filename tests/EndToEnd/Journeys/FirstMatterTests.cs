using System.Text.RegularExpressions;
using Linli.EndToEnd.Host;
using Linli.Web.Demo.World;
using Microsoft.Playwright;
using Xunit;

namespace Linli.EndToEnd.Journeys;

/// <summary>
/// The first matter, end to end: an owner reports the lift of building 24, the dispatcher takes it and names a worker, the
/// worker repairs it, the owner confirms, or says that it is not solved. The same with and without script, large or small.
/// </summary>
public partial class FirstMatterTests(DemoFixture demo)
{
    public static TheoryData<WindowKind, WindowKind> Windows => new()
    {
        { WindowKind.Phone, WindowKind.Desk },
        { WindowKind.PhoneLargeText, WindowKind.DeskLargeText },
        { WindowKind.PhoneWithoutScript, WindowKind.DeskWithoutScript },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_broken_lift_is_reported_repaired_confirmed(WindowKind phone, WindowKind desk)
    {
        var words = $"24栋1单元电梯停在3楼，门打不开（{phone.Name}）";
        var number = await Report(phone, words);
        await Dispatch(desk, number);
        await Repair(phone, number);

        await using (var owner = await demo.Open(phone))
        {
            await owner.SignIn(DemoRole.Owner);
            await owner.Go($"/tickets/{number}");
            await owner.Shot("ticket-replied");
            await Pick(owner.Page, "Input.Solved", "Yes");
            await Pick(owner.Page, "Input.Satisfaction", "Satisfied");
            await owner.Page.Locator("form[action*='handler=Confirm'] button").ClickAsync();
            await State(number, "Closed");
            await owner.Shot("ticket-closed");
        }
    }

    [Fact]
    public async Task Who_is_not_satisfied_reopens_it_with_a_reason()
    {
        var number = await Report(WindowKind.Phone, "24栋电梯又停了，按钮没有反应");
        await Dispatch(WindowKind.Desk, number);
        await Repair(WindowKind.Phone, number);
        await using var owner = await demo.Open(WindowKind.Phone);
        await owner.SignIn(DemoRole.Owner);
        await owner.Go($"/tickets/{number}");
        await owner.Page.Locator("summary", new() { HasText = await owner.Page.Locator("details:has(form[action*='ReportUnsolved']) summary").InnerTextAsync() }).First.ClickAsync();
        await owner.Page.Locator("form[action*='handler=ReportUnsolved'] textarea").FillAsync("修好半小时后又停了");
        await owner.Page.Locator("form[action*='handler=ReportUnsolved'] button").Last.ClickAsync();
        await State(number, "Reopened");
        await owner.Shot("ticket-reopened");
    }

    [Fact]
    public async Task A_neighbour_does_not_see_it()
    {
        var number = await Report(WindowKind.Phone, "24栋电梯门开关时有异响");
        await using var neighbour = await demo.Open(WindowKind.Phone);
        await neighbour.SignIn(DemoRole.Neighbour);
        var answer = await neighbour.Page.GotoAsync($"/tickets/{number}");
        Assert.Equal(404, answer!.Status);
        await using var other = await demo.Open(WindowKind.Desk);
        await other.SignIn(DemoRole.OtherDispatcher);
        answer = await other.Page.GotoAsync($"/tickets/{number}");
        Assert.Equal(404, answer!.Status);
    }

    private async Task<string> Report(WindowKind kind, string words)
    {
        await using var owner = await demo.Open(kind);
        await owner.SignIn(DemoRole.Owner);
        await owner.Go("/tickets/report");
        await owner.Shot("report");
        await Pick(owner.Page, "Input.Category", "lift");
        await owner.Page.Locator("[name='Input.PlaceText']").FillAsync("24栋1单元电梯");
        await owner.Page.Locator("[name='Input.Description']").FillAsync(words);
        await owner.Page.Locator("input[type=file]").First.SetInputFilesAsync(Photo.OfALift());
        await owner.Page.Locator("form[action*='handler=Check'] button.btn--p").ClickAsync();
        await owner.Page.Locator("form[action*='handler=Submit']").WaitForAsync();
        await owner.Shot("report-check");
        await owner.Page.Locator("form[action*='handler=Submit'] button.btn--p").ClickAsync();
        await owner.Page.WaitForURLAsync(url => Number().IsMatch(url));
        await owner.Shot("ticket-reported");
        Assert.Equal(1, await owner.Page.Locator("main img").CountAsync());
        return Number().Match(owner.Page.Url).Groups[1].Value;
    }

    private async Task Dispatch(WindowKind kind, string number)
    {
        await using var dispatcher = await demo.Open(kind);
        await dispatcher.SignIn(DemoRole.Dispatcher);
        await dispatcher.Go($"/work?text={number}");
        await dispatcher.Shot("work");
        await dispatcher.Page.Locator($"a[href='/tickets/{number}']").First.ClickAsync();
        await dispatcher.Page.Locator("form[action*='handler=Accept'] button.btn--p").ClickAsync();
        await State(number, "Accepted");
        await dispatcher.Shot("ticket-accepted");
        var handlers = dispatcher.Page.Locator("form[action*='handler=Assign'] select");
        var worker = (await demo.Database.Query(
            $"select p.name from platform.demo_persons d join registry.people p on p.id = d.person_id where d.position = {(int)DemoRole.RepairWorker}", row => row.GetString(0))).Single();
        var option = handlers.Locator("option", new() { HasText = worker });
        await handlers.SelectOptionAsync(new SelectOptionValue { Value = await option.First.GetAttributeAsync("value") });
        await dispatcher.Page.Locator("form[action*='handler=Assign'] button.btn--p").ClickAsync();
        await State(number, "Assigned");
    }

    private async Task Repair(WindowKind kind, string number)
    {
        await using var worker = await demo.Open(kind);
        await worker.SignIn(DemoRole.RepairWorker);
        await worker.Go($"/tickets/{number}");
        await worker.Page.Locator("form[action*='handler=Contact'] button.btn--p").ClickAsync();
        await State(number, "Handling");
        await worker.Page.Locator("[name='Input.Result']").FillAsync("更换门机皮带，试运行二十次正常");
        await worker.Page.Locator("form[action*='handler=MarkDone'] input[type=file]").First.SetInputFilesAsync(Photo.OfALift());
        await worker.Shot("ticket-mark-done");
        await worker.Page.Locator("form[action*='handler=MarkDone'] button.btn--p").ClickAsync();
        await State(number, "Replied");
    }

    private static Task Pick(IPage page, string name, string value) =>
        page.Locator($"label:has(input[name='{name}'][value='{value}']), input[name='{name}'][value='{value}'] + label").First.ClickAsync();

    /// <summary>Waits until the ticket is in the state; the page that follows the form may be a moment late.</summary>
    private async Task State(string number, string expected)
    {
        var state = string.Empty;
        for (var i = 0; i < 50 && state != expected; i++)
        {
            await Task.Delay(100);
            state = (await demo.Database.Query($"select state from tickets.tickets where number = '{number}'", row => row.GetString(0))).Single();
        }

        Assert.Equal(expected, state);
    }

    [GeneratedRegex("/tickets/([A-Z]+-?[0-9-]+)")]
    private static partial Regex Number();
}
