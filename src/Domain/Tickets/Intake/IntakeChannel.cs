namespace Linli.Domain.Tickets.Intake;

/// <summary>By what way a matter came in, where its reporter did not simply type it in. Stored by name.</summary>
public enum IntakeChannel
{
    /// <summary>扫码: the sheet on the building's door.</summary>
    QrCode,

    /// <summary>来电.</summary>
    Phone,

    /// <summary>来访.</summary>
    Visit,

    /// <summary>会议、院坝会.</summary>
    Meeting,

    /// <summary>来信.</summary>
    Letter,

    /// <summary>走访巡查: told to whoever made the round.</summary>
    Round,

    /// <summary>12345 热线: from a list of work orders.</summary>
    Hotline,
}

/// <summary>Which ways belong to whom.</summary>
public static class IntakeChannels
{
    /// <summary>What a clerk who takes a report for somebody else chooses from.</summary>
    public static readonly IReadOnlyList<IntakeChannel> OfClerks = [IntakeChannel.Phone, IntakeChannel.Visit, IntakeChannel.Meeting, IntakeChannel.Letter, IntakeChannel.Round];
}
