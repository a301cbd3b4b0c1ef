using System.Net;
using Linli.Domain.Tickets;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets;

/// <summary>Numbers grow longer, never the same.</summary>
public class NumberTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task After_9999_a_number_has_five_digits_and_stays_its_own()
    {
        using var program = await App.ApiAs(await App.World.OwnerIn(await App.World.Compound("测试小区")));
        await App.Execute("select setval('tickets.number_seq', 9998)");
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var answer = await program.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category = "lift", placeText = "1栋1单元", description = "电梯停在3楼不动" });
            answer.Status.ShouldBe(HttpStatusCode.Created);
            numbers.Add(answer.Json.GetProperty("number").GetString()!);
        }

        numbers.Select(n => n.Split('-')[^1]).ShouldBe(["9999", "10000", "10001"]);
        foreach (var number in numbers)
        {
            TicketNumber.TryParse(number, out var read).ShouldBeTrue();
            read!.ToString().ShouldBe(number);
        }
    }
}
