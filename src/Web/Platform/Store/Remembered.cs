namespace Linli.Web.Platform.Store;

/// <summary>
/// Something small that is read all the time and changes a few times a year, kept in the memory of each node. After a change on this
/// node the next reader reads anew; a change on another node is noticed within the given time, while readers go on with what they have.
/// </summary>
/// <param name="load">Reads it; called by one thread at a time.</param>
/// <param name="clock">Tells how old it is.</param>
/// <param name="atMost">How long another node's change may go unnoticed.</param>
internal sealed class Remembered<T>(Func<T> load, TimeProvider clock, TimeSpan atMost)
    where T : class
{
    private readonly Lock gate = new();
    private T? value;
    private long readAt;
    private int reading;

    public T Value
    {
        get
        {
            if (Volatile.Read(ref value) is not { } known)
            {
                return First();
            }

            if (clock.GetElapsedTime(Interlocked.Read(ref readAt)) >= atMost && Interlocked.Exchange(ref reading, 1) == 0)
            {
                _ = Task.Run(Again);
            }

            return known;
        }
    }

    /// <summary>Makes the next reader wait for what stands in the database now.</summary>
    public void Forget() => Volatile.Write(ref value, null);

    private T First()
    {
        lock (gate)
        {
            return value ?? Read();
        }
    }

    private void Again()
    {
        try
        {
            lock (gate)
            {
                Read();
            }
        }
        catch (Npgsql.NpgsqlException)
        {
            // The database is away: what is known holds on, and the next reader tries again.
        }
        finally
        {
            Volatile.Write(ref reading, 0);
        }
    }

    private T Read()
    {
        var at = clock.GetTimestamp();
        var read = load();
        Volatile.Write(ref value, read);
        Interlocked.Exchange(ref readAt, at);
        return read;
    }
}
