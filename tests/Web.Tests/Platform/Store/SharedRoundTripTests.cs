using Linli.Web.Platform.Store;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Store;

/// <summary>Who asks alone waits for nobody; who asks in a crowd shares; a faulty item spoils no other.</summary>
public class SharedRoundTripTests
{
    [Fact]
    public async Task Items_that_arrive_during_a_round_trip_share_the_next_one_and_each_gets_its_own_answer()
    {
        var gate = new TaskCompletionSource();
        var groups = new List<int>();
        var together = new SharedRoundTrip<int, int>(
            async items =>
            {
                groups.Add(items.Count);
                await gate.Task;
                return [.. items.Select(item => item * 10)];
            },
            atMost: 4, lanes: 1);
        var answers = Enumerable.Range(1, 8).Select(together.Ask).ToArray();
        gate.SetResult();
        (await Task.WhenAll(answers)).ShouldBe([10, 20, 30, 40, 50, 60, 70, 80]);
        groups.ShouldBe([1, 4, 3]);
    }

    [Fact]
    public async Task What_fails_together_is_tried_one_by_one()
    {
        var gate = new TaskCompletionSource();
        var together = new SharedRoundTrip<int, int>(
            async items =>
            {
                await gate.Task;
                return items.Contains(3) ? throw new InvalidOperationException("three") : [.. items];
            },
            atMost: 10, lanes: 1);
        var answers = Enumerable.Range(1, 5).Select(together.Ask).ToArray();
        gate.SetResult();
        (await Should.ThrowAsync<InvalidOperationException>(() => answers[2])).Message.ShouldBe("three");
        (await Task.WhenAll(answers.Where((_, i) => i != 2))).ShouldBe([1, 2, 4, 5]);
        (await together.Ask(9)).ShouldBe(9);
    }

    [Fact]
    public async Task Callers_from_many_threads_are_all_answered_once()
    {
        var written = 0;
        var together = new SharedRoundTrip<int, int>(
            async items =>
            {
                Interlocked.Add(ref written, items.Count);
                await Task.Yield();
                return [.. items];
            },
            atMost: 7, lanes: 2);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5000).Select(i => Task.Run(() => together.Ask(i))));
        answers.ShouldBe(Enumerable.Range(0, 5000));
        written.ShouldBe(5000);
    }
}
