using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>A dwelling under construction: who owns it and who lives there.</summary>
internal sealed class UnitBuilder(BuildingBuilder building, Unit row)
{
    private readonly List<Person> owners = [];
    private readonly List<Person> residents = [];

    public BuildingBuilder Building => building;

    public Unit Row => row;

    public IReadOnlyList<Person> Owners => owners;

    public IReadOnlyList<Person> Residents => residents;

    /// <summary>An owner whom an import has recorded.</summary>
    internal void AdoptOwner(Person owner) => owners.Add(owner);

    /// <summary>A resident whom an import has recorded.</summary>
    internal void AdoptResident(Person resident) => residents.Add(resident);

    private WorldBuilder World => building.Compound.World;

    public bool IsOwnedBy(Person person) => owners.Contains(person);

    /// <summary>Owned in equal shares.</summary>
    public UnitBuilder OwnedBy(params IReadOnlyList<Person> people)
    {
        foreach (var person in people)
        {
            owners.Add(person);
            Share(person.Id, people.Count).PersonId = person.Id;
        }

        return this;
    }

    /// <summary>Owned by an organisation, as the developer's unsold dwellings are.</summary>
    public UnitBuilder OwnedBy(Organisation organisation)
    {
        Share(organisation.Id, 1).OrganisationId = organisation.Id;
        return this;
    }

    public UnitBuilder LivedInBy(Relation relation, params IReadOnlyList<Person> people)
    {
        foreach (var person in people)
        {
            residents.Add(person);
            World.Rows.Add(new Residency
            {
                Id = World.Id("residency", $"{row.Code}/{person.Id}"),
                UnitId = row.Id,
                PersonId = person.Id,
                Relation = relation,
                Since = World.Today.AddYears(-3),
            });
        }

        return this;
    }

    private Ownership Share(Guid owner, int owners) => World.Rows.Add(new Ownership
    {
        Id = World.Id("ownership", $"{row.Code}/{owner}"),
        UnitId = row.Id,
        ShareDenominator = owners,
        Since = building.Compound.Row.DeliveredOn ?? World.Today.AddYears(-3),
    });
}
