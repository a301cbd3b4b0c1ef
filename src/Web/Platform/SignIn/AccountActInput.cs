using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Platform.SignIn;

/// <summary>What is told when an account is looked after.</summary>
public sealed record AccountActInput : ChangeInput
{
    /// <summary>Why; 4 to 200 characters, kept in the audit trail.</summary>
    public string? Reason { get; init; }

    internal Outcome<string> Checked()
    {
        const int least = 4, most = 200;
        return !PlainText.TryClean(Reason, severalLines: false, out var reason) || PlainText.LengthOf(reason) < least ? new AccountReasonIsMissing(least)
            : PlainText.LengthOf(reason) > most ? new AccountReasonIsTooLong(most)
            : reason;
    }
}

/// <summary>Why somebody else's account is touched; it stands in the audit trail.</summary>
public sealed record AccountReasonIsMissing(int Least) : Refusal
{
    public override string Field => "Reason";
}

public sealed record AccountReasonIsTooLong(int Most) : Refusal
{
    public override string Field => "Reason";
}
