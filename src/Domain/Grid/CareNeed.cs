namespace Linli.Domain.Grid;

/// <summary>What kind of help a household asked to be remembered for (关心帮扶). Kinds of help, never a diagnosis, means or belief (PIPL 6, 28).</summary>
public enum CareNeed
{
    /// <summary>An old person lives alone.</summary>
    LivesAlone,

    /// <summary>Somebody can hardly walk, or not leave the home without help.</summary>
    HardToWalk,

    /// <summary>Somebody looks after a person who cannot be left alone.</summary>
    CaresForSomebody,

    /// <summary>Needs to be called first when lift, water or power fail.</summary>
    CallFirst,
}
