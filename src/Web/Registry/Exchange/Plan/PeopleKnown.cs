using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>The people whom rows may mean, found by number or in their household.</summary>
internal sealed class PeopleKnown
{
    private readonly Dictionary<Guid, Person> byId = [];
    private readonly Dictionary<string, Person> byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<Person>> near = [];

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
            byPhone[Convert.ToBase64String(person.PhoneIndex)] = person;
        }

        if (person.IdentityIndex is not null)
        {
            byIdentity[Convert.ToBase64String(person.IdentityIndex)] = person;
        }
    }

    public Person? Find(Guid id) => byId.GetValueOrDefault(id);

    public Person? ByPhone(byte[]? index) => index is null ? null : byPhone.GetValueOrDefault(Convert.ToBase64String(index));

    public Person? ByIdentity(byte[]? index) => index is null ? null : byIdentity.GetValueOrDefault(Convert.ToBase64String(index));

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
}
