namespace Linli.Web.Platform.Look;

/// <summary>What a colour says. Red (<see cref="Party"/>) means the party organisation and never bad news.</summary>
public enum Tone
{
    Plain,
    Ok,
    Warn,
    Danger,
    Info,
    Primary,
    Party,
}

internal static class ToneMarks
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Ok => "is-ok",
        Tone.Warn => "is-warn",
        Tone.Danger => "is-danger",
        Tone.Info => "is-info",
        Tone.Primary => "is-primary",
        Tone.Party => "is-party",
        _ => "",
    };

    // Colour is never the only signal.
    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Ok => "circle-check",
        Tone.Warn or Tone.Danger => "alert-triangle",
        Tone.Party => "flag",
        _ => "info-circle",
    };
}
