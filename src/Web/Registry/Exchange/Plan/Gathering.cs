using Linli.Web.Platform.Personal;
using Linli.Web.Registry.Exchange.Reading;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>What the rows ask the registry for, before anything is decided: whose numbers, which organisations.</summary>
internal sealed class Gathering(DateOnly today, PersonalCipher cipher)
{
    public DateOnly Today => today;

    public PersonalCipher Cipher => cipher;

    public List<CellFault> Faults { get; } = [];

    public List<byte[]> PhoneIndexes { get; } = [];

    public List<byte[]> IdentityIndexes { get; } = [];

    /// <summary>Whether a row says of somebody that he or she is a Party member: only then is it asked who agrees to that.</summary>
    public bool NamesMembers { get; set; }

    /// <summary>To whom rows give posts: what they hold elsewhere counts too.</summary>
    public List<PersonFacts> PostHolders { get; } = [];

    public HashSet<string> OrganisationNames { get; } = new(StringComparer.Ordinal);

    public HashSet<string> CreditCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Buildings whose own row is faulty: units in them are not told to be in none.</summary>
    public HashSet<string> UnreadBuildings { get; } = new(StringComparer.Ordinal);

    /// <summary>Units whose own row is faulty.</summary>
    public HashSet<UnitAddress> UnreadUnits { get; } = [];

    /// <summary>People whose own row is faulty: what builds upon them is not told to build upon nobody.</summary>
    public HashSet<(UnitAddress Unit, string Name)> UnreadPeople { get; } = [];

    public HashSet<string> UnreadOrganisations { get; } = new(StringComparer.Ordinal);
}
