using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Platform.Store;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Linli.Web.Tickets.Categories;

/// <summary>The categories as they hold at a place: what comes with the product, with what the place and those above it say. Kept in memory.</summary>
internal sealed class CategoryBook
{
    private readonly Remembered<IReadOnlyList<LocalCategoryRule>> rules;
    private readonly IStringLocalizer<TicketWords> words;

    public CategoryBook(NpgsqlDataSource database, TimeProvider clock, IStringLocalizer<TicketWords> words)
    {
        rules = new(() => Read(database), clock, TimeSpan.FromSeconds(2));
        this.words = words;
    }

    /// <summary>The tree at a place.</summary>
    public CategoryTree At(PlacePath place) => LocalCategoryRule.Apply(CategoryTree.BuiltIn, rules.Value, place);

    /// <summary>The tree at a place without what the place itself says of one category.</summary>
    public CategoryTree Without(PlacePath place, string code) =>
        LocalCategoryRule.Apply(CategoryTree.BuiltIn, rules.Value.Where(rule => rule.Place != place || rule.Code != code), place);

    /// <summary>What the place itself says, by code.</summary>
    public IReadOnlyDictionary<string, LocalCategoryRule> OwnOf(PlacePath place) => rules.Value.Where(rule => rule.Place == place).ToDictionary(rule => rule.Code);

    /// <summary>What a category is called where it stands.</summary>
    public string Title(TicketCategory category) => category.Name ?? words[category.TitleKey];

    /// <summary>
    /// What a code is called in lists that go over several places: the product's title, so that a filter and its rows agree; for a place's own
    /// category the name that the place gave it.
    /// </summary>
    public string TitleOf(string code) => TicketCategory.Find(code) is { } known
        ? words[known.TitleKey]
        : rules.Value.LastOrDefault(rule => rule.Code == code && rule.Name is not null)?.Name ?? words["TicketCategory.other"];

    public void Forget() => rules.Forget();

    private static List<LocalCategoryRule> Read(NpgsqlDataSource database)
    {
        using var command = database.CreateCommand(
            """
            select distinct on (r.place_id, r.code) p.path, r.code, r.parent, r.name, r.is_off, r.responsible, r.contact_amount, r.contact_unit, r.resolve_amount, r.resolve_unit, r.mark, r.is_withdrawn
              from tickets.category_rules r join registry.places p on p.id = r.place_id order by r.place_id, r.code, r.mark desc
            """);
        using var row = command.ExecuteReader();
        var read = new List<LocalCategoryRule>();
        while (row.Read())
        {
            // A category of a place's own that is taken back stays known by its name; nobody is offered it any more.
            var own = !row.IsDBNull(2);
            if (row.GetBoolean(11) && !own)
            {
                continue;
            }

            read.Add(new()
            {
                Place = new PlacePath(row.GetString(0)), Code = row.GetString(1), Parent = Text(row, 2), Name = Text(row, 3), IsOff = row.GetBoolean(4) || row.GetBoolean(11),
                Responsible = Text(row, 5) is { } party ? Enum.Parse<ResponsibleParty>(party) : null,
                Contact = LimitAt(row, 6), Resolve = LimitAt(row, 8), Mark = row.GetInt64(10),
            });
        }

        return read;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Limit? LimitAt(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Limit(row.GetInt32(column), Enum.Parse<TimeUnit>(row.GetString(column + 1)));
}
