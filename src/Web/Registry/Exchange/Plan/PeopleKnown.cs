using System.Buffers.Binary;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>The people whom rows may mean, found by number or in their household.</summary>
internal sealed class PeopleKnown
{
    private readonly Dictionary<Guid, Person> byId = [];
    private readonly Dictionary<UInt128, Person> byPhone = [];
    private readonly Dictionary<UInt128, Person> byIdentity = [];
    private readonly Dictionary<Guid, List<Person>> near = [];
    private readonly HashSet<Guid> strangers = [];

    public void Add(Person person)
    {
        if (byId.TryAdd(person.Id, person))
        {
            Index(person);
        }
    }

    /// <summary>Takes note of numbers that the person has been given.</summary>
    public void Index(Person person)
    {
        if (person.PhoneIndex is not null)
        {
            byPhone[Key(person.PhoneIndex)] = person;
        }

        if (person.IdentityIndex is not null)
        {
            byIdentity[Key(person.IdentityIndex)] = person;
        }
    }

    /// <summary>The register has been read: from here on people are found by number and in their household alone.</summary>
    public void ForgetIds()
    {
        byId.Clear();
        byId.TrimExcess();
    }

    public IReadOnlyCollection<Guid> Ids => byId.Keys;

    public Person? Find(Guid id) => byId.GetValueOrDefault(id);

    public Person? ByPhone(byte[]? index) => index is null ? null : byPhone.GetValueOrDefault(Key(index));

    public Person? ByIdentity(byte[]? index) => index is null ? null : byIdentity.GetValueOrDefault(Key(index));

    /// <summary>Registered elsewhere and found by number: stays as registered, however often the file names him or her.</summary>
    public void AddStranger(Person person)
    {
        if (byId.TryAdd(person.Id, person))
        {
            Index(person);
            strangers.Add(person.Id);
        }
    }

    public bool IsStranger(Person person) => strangers.Contains(person.Id);

    /// <summary>The person belongs to a household or an organisation.</summary>
    public void Join(Guid belongsTo, Person person)
    {
        if (!near.TryGetValue(belongsTo, out var people))
        {
            near.Add(belongsTo, people = []);
        }

        if (!people.Contains(person))
        {
            people.Add(person);
        }
    }

    public IReadOnlyList<Person> Near(Guid belongsTo) => near.TryGetValue(belongsTo, out var people) ? people : [];

    // Half of a keyed hash of 256 bits tells apart as well as the whole, and takes a quarter of the room.
    private static UInt128 Key(byte[] index) => BinaryPrimitives.ReadUInt128LittleEndian(index);
}
