namespace Linli.Web.Platform.Store;

/// <summary>
/// What callers ask of the database at the same moment goes there as one statement and, where it writes, one commit. Alone, a caller
/// waits for nobody; in a crowd, the next group gathers while the last ones are away. A writer is answered after the commit.
/// </summary>
internal sealed class SharedRoundTrip<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> ask, int atMost, int lanes)
{
    private readonly Lock gate = new();
    private readonly Queue<Waiting> queue = [];
    private int busy;

    private sealed record Waiting(TItem Item, TaskCompletionSource<TResult> Done);

    public Task<TResult> Ask(TItem item)
    {
        // Continuations must not run on the lane: they would hold up the next group.
        var waiting = new Waiting(item, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            queue.Enqueue(waiting);
            if (busy == lanes)
            {
                return waiting.Done.Task;
            }

            busy++;
        }

        _ = Empty();
        return waiting.Done.Task;
    }

    private async Task Empty()
    {
        while (Next() is { Count: > 0 } group)
        {
            // What fails together is tried one by one, so that one faulty item spoils no other.
            if (!await TryAsk(group, last: group.Count == 1))
            {
                foreach (var alone in group)
                {
                    await TryAsk([alone], last: true);
                }
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var group = new List<Waiting>(Math.Min(queue.Count, atMost));
            while (group.Count < atMost && queue.TryDequeue(out var waiting))
            {
                group.Add(waiting);
            }

            if (group.Count == 0)
            {
                busy--;
            }

            return group;
        }
    }

    private async Task<bool> TryAsk(List<Waiting> group, bool last)
    {
        try
        {
            var results = await ask([.. group.Select(waiting => waiting.Item)]);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Done.SetResult(results[i]);
            }

            return true;
        }
        catch (Exception e)
        {
            if (last)
            {
                group[0].Done.SetException(e);
            }

            return false;
        }
    }
}
