using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid;

/// <summary>Which households are meant: those of buildings and entrances, and single units, by code.</summary>
public abstract record HouseholdsInput : ChangeInput
{
    /// <summary>Codes of buildings and entrances.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    /// <summary>Codes of single units.</summary>
    public IReadOnlyList<string>? Units { get; init; }
}

/// <summary>Finds the households of a compound that a form means. A household is a dwelling that has been delivered.</summary>
internal sealed class HouseholdsOf(NpgsqlDataSource database)
{
    /// <summary>The condition for a unit of alias u to be a household.</summary>
    public const string IsHousehold = "u.kind = 'Dwelling' and u.delivery = 'Delivered'";

    private const int Most = 5000;

    /// <summary>The units meant; refused where a code is none of the compound's.</summary>
    public async Task<Outcome<IReadOnlyList<Guid>>> Find(Guid compound, HouseholdsInput input, Platform.Access.Scope scope, CancellationToken cancel)
    {
        var (places, units) = (Clean(input.Places), Clean(input.Units));
        var known = (await database.Read(
            """
            select (select count(*) from registry.places b join registry.places c on c.id = @compound
                     where b.code = any(@places) and b.path like c.path || '%' and b.path like @scope)::int
                 + (select count(*) from registry.units u join registry.places c on c.id = u.compound_id
                     where u.code = any(@units) and u.compound_id = @compound and c.path like @scope)::int
            """, row => row.GetInt32(0), cancel, ("compound", compound), ("places", places), ("units", units), ("scope", scope.SqlPattern))).Single();
        return known != places.Length + units.Length ? new GridChoiceIsMissing(nameof(input.Places))
            : Outcome<IReadOnlyList<Guid>>.Of(await database.Read(
                $"""
                select u.id from registry.units u join registry.places p on p.id = u.place_id
                 where u.compound_id = @compound and {IsHousehold}
                   and (u.code = any(@units) or exists (select from registry.places b where b.code = any(@places) and p.path like b.path || '%'))
                """, row => row.GetGuid(0), cancel, ("compound", compound), ("places", places), ("units", units)));
    }

    private static string[] Clean(IReadOnlyList<string>? codes) =>
        [.. (codes ?? []).Where(code => !string.IsNullOrWhiteSpace(code)).Select(code => code.Trim()).Distinct().Take(Most)];
}
