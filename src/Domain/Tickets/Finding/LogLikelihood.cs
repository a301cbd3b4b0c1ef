namespace Linli.Domain.Tickets.Finding;

/// <summary>How much two shares differ: twice the log-likelihood ratio (G², Dunning 1993), by chance distributed as χ² with one degree of freedom.</summary>
public static class LogLikelihood
{
    /// <summary>The ratio; nought when the shares are equal.</summary>
    /// <param name="with">How many have it now.</param>
    /// <param name="of">Out of how many now.</param>
    /// <param name="pastWith">How many had it before.</param>
    /// <param name="pastOf">Out of how many before.</param>
    public static double Of(int with, int of, int pastWith, int pastOf)
    {
        if (with < 0 || pastWith < 0 || with > of || pastWith > pastOf)
        {
            throw new ArgumentOutOfRangeException(nameof(with), (with, of, pastWith, pastOf), "A part is no larger than its whole.");
        }

        double all = of + pastOf;
        if (all == 0)
        {
            return 0;
        }

        double having = with + pastWith;
        return Math.Max(0, 2 * (Term(with, of * having / all) + Term(of - with, of * (all - having) / all) + Term(pastWith, pastOf * having / all) + Term(pastOf - pastWith, pastOf * (all - having) / all)));
    }

    /// <summary>Whether the share is larger now than before.</summary>
    public static bool Rises(int with, int of, int pastWith, int pastOf) => (long)with * pastOf > (long)pastWith * of;

    private static double Term(int seen, double expected) => seen == 0 ? 0 : seen * Math.Log(seen / expected);
}
