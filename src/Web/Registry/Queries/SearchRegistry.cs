using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>What was found, by kind, at most twenty of each.</summary>
public sealed record SearchResult
{
    public required IReadOnlyList<PlaceHit> Places { get; init; }

    public required IReadOnlyList<OrganisationRow> Organisations { get; init; }

    public required IReadOnlyList<PersonHit> People { get; init; }

    public int Count => Places.Count + Organisations.Count + People.Count;
}

public sealed record PlaceHit(string Code, string Name, PlaceKind Kind, string? ParentName);

public sealed record PersonHit(Guid Id, string Name, string? PhoneMasked);

/// <summary>
/// Finds by part of a Chinese name, by the beginning of the pinyin initials, by the beginning of a code. Two characters are
/// enough: where the trigram index cannot help, the scope keeps the rows few.
/// </summary>
internal sealed class SearchRegistry(LinliDb db, TimeProvider clock)
{
    public const int Most = 20;
    public const int LongestQuery = 50;

    public async Task<SearchResult> Execute(string? text, Actor actor, CancellationToken cancel)
    {
        if (!PlainText.TryClean(text, severalLines: false, out var words) || words.Length is 0 or > LongestQuery)
        {
            return new SearchResult { Places = [], Organisations = [], People = [] };
        }

        words = PlainText.HalfWidth(words);
        var part = $"%{LikeText.Escaped(words)}%";
        var beginning = LikeText.Escaped(words.ToUpperInvariant()) + "%";
        return new SearchResult
        {
            Places = await Places(part, beginning, words, actor, cancel),
            Organisations = await Organisations(part, beginning, words, ChinaTime.DayOf(clock.GetUtcNow()), actor, cancel),
            People = await People(part, beginning, words, actor, cancel),
        };
    }

    private async Task<IReadOnlyList<PlaceHit>> Places(string part, string beginning, string words, Actor actor, CancellationToken cancel) => await (
        from place in db.Places(actor, Permission.ViewRegistry)
        where EF.Functions.ILike(place.Name, part) || EF.Functions.ILike(place.OfficialName, part)
            || EF.Functions.Like(place.Initials, beginning) || EF.Functions.Like(place.Code, beginning)
        orderby place.Name != words, place.Code != words, place.Kind != PlaceKind.Compound, place.Path.Length, place.Path
        select new PlaceHit(place.Code, place.Name, place.Kind, db.Set<Place>().Where(p => p.Id == place.ParentId).Select(p => p.Name).FirstOrDefault()))
        .Take(Most).ToListAsync(cancel);

    private async Task<IReadOnlyList<OrganisationRow>> Organisations(string part, string beginning, string words, DateOnly today, Actor actor, CancellationToken cancel) => await (
        from organisation in db.Organisations(actor, Permission.ViewRegistry)
        join place in db.Set<Place>() on organisation.PlaceId equals place.Id
        where EF.Functions.ILike(organisation.Name, part) || EF.Functions.ILike(organisation.ShortName, part)
            || EF.Functions.Like(organisation.Initials, beginning) || organisation.CreditCode == words
        orderby !Terms.NotOver(organisation.EndedOn, today), organisation.Name != words, organisation.Name, organisation.Id
        select new OrganisationRow(organisation.Id, organisation.Kind, organisation.Name, place.Name, !Terms.NotOver(organisation.EndedOn, today)))
        .Take(Most).ToListAsync(cancel);

    private async Task<IReadOnlyList<PersonHit>> People(string part, string beginning, string words, Actor actor, CancellationToken cancel) =>
        await db.People(actor, Permission.ViewPeople)
            .Where(p => EF.Functions.ILike(p.Name, part) || EF.Functions.Like(p.Initials, beginning))
            .OrderBy(p => p.Name != words).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Take(Most).Select(p => new PersonHit(p.Id, p.Name, p.PhoneMasked)).ToListAsync(cancel);
}
