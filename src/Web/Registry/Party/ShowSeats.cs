using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>Who sits where: organisations as columns, people as rows.</summary>
public sealed record SeatsView
{
    public required PlaceLink Place { get; init; }

    public required IReadOnlyList<PlaceLink> Above { get; init; }

    public required IReadOnlyList<OrganisationLink> Columns { get; init; }

    /// <summary>Organisations of the place in which nobody holds a post.</summary>
    public required IReadOnlyList<OrganisationLink> Empty { get; init; }

    public required IReadOnlyList<SeatRow> Rows { get; init; }

    /// <summary>双向进入 holds here.</summary>
    public required bool IsTwoWay { get; init; }

    public required IReadOnlyList<CommitteeShare> Shares { get; init; }

    public required IReadOnlyList<SeatConflict> Conflicts { get; init; }

    /// <summary>Memberships are marked too: the capacity may see them.</summary>
    public required bool ShowsMembers { get; init; }
}

/// <summary>One person; a cell for every column, empty where the person does not sit there.</summary>
public sealed record SeatRow(Guid PersonId, string Name, IReadOnlyList<SeatCell> Cells, IReadOnlyList<CrossPattern> Patterns);

/// <summary>Codes of the posts held, and whether the person belongs to the Party organisation besides.</summary>
public sealed record SeatCell(IReadOnlyList<string> Posts, bool IsHead, bool IsMember)
{
    public bool IsEmpty => Posts.Count == 0 && !IsMember;
}

/// <summary>How many members of an owners' committee belong to the Party.</summary>
public sealed record CommitteeShare(Guid OrganisationId, string Name, int Members, int PartyMembers, bool IsForming)
{
    public bool IsBelow => PartyRules.CommitteeShare.IsBelow(PartyMembers, Members);
}

/// <summary>Two posts of one person that exclude each other.</summary>
public sealed record SeatConflict(string PersonName, string One, string Other, RuleSource Source);

/// <summary>
/// Takes the organisations of a compound or a community, and those round about in which the same people sit. Holders of posts are
/// public; memberships are marked only for those who may see them.
/// </summary>
internal sealed class ShowSeats(LinliDb db, SeatReader reader, CommitteeShares committees)
{
    private const int MostRows = 200;

    /// <param name="whole">Everybody and every body; otherwise as many as a page shows.</param>
    public async Task<SeatsView?> Execute(string code, Actor actor, CancellationToken cancel, bool whole = false)
    {
        if (await db.PlaceByCode(code, actor, Permission.ViewRegistry, cancel) is not { Kind: PlaceKind.Compound or PlaceKind.Community } place)
        {
            return null;
        }

        var sees = Scope.Of(actor, Permission.ViewPartyMembers).Covers(place.Path);
        var found = await reader.Read(place, sees, actor, cancel, whole);
        var seated = found.Seats.Select(seat => seat.OrganisationId).ToHashSet();
        var columns = found.Organisations.Where(body => seated.Contains(body.Id)).ToList();
        var rows = found.Seats.GroupBy(seat => seat.PersonId).Select(one => Row([.. one], columns))
            .OrderByDescending(row => row.Patterns.Contains(CrossPattern.FourInOne)).ThenByDescending(row => row.Patterns.Count)
            .ThenByDescending(row => row.Cells.Count(cell => !cell.IsEmpty)).ThenBy(row => row.Cells.Select((cell, i) => cell.IsEmpty ? 99 : i).Min())
            .ThenBy(row => row.Name, StringComparer.Ordinal).Take(whole ? int.MaxValue : MostRows).ToList();
        return new SeatsView
        {
            Place = new PlaceLink(place.Code, place.Name, place.Kind, true),
            Above = await BrowsePlace.Above(db, place.Path, actor, cancel),
            Columns = [.. columns.Select(Link)],
            Empty = [.. found.Organisations.Where(body => !seated.Contains(body.Id)).Select(Link)],
            Rows = rows,
            IsTwoWay = CrossAppointments.IsTwoWay(found.Seats.Select(seat => seat.AsSeat())),
            Shares = await Shares(columns, found.Seats, actor, cancel),
            Conflicts = Conflicts(found),
            ShowsMembers = sees,
        };
    }

    private static OrganisationLink Link(BodyFound body) => new(body.Id, body.Kind, body.ShortName, null);

    private static SeatRow Row(IReadOnlyList<SeatFound> seats, IReadOnlyList<BodyFound> columns) => new(
        seats[0].PersonId, seats[0].PersonName,
        [
            .. columns.Select(column => seats.Where(seat => seat.OrganisationId == column.Id).ToArray()).Select(here => new SeatCell(
                [.. here.Select(seat => seat.PostKind).OfType<string>().Distinct()], here.Any(seat => seat.IsHead), here.Any(seat => seat.PostKind is null))),
        ],
        CrossAppointments.Of([.. seats.Select(seat => seat.AsSeat())]));

    private async Task<IReadOnlyList<CommitteeShare>> Shares(IReadOnlyList<BodyFound> columns, IReadOnlyList<SeatFound> seats, Actor actor, CancellationToken cancel)
    {
        var shares = columns.Where(column => column.Kind == OrganisationKind.OwnersCommittee).Select(committee =>
        {
            var members = seats.Where(seat => seat.OrganisationId == committee.Id && seat.PostKind is not null).DistinctBy(seat => seat.PersonId).ToArray();
            return new CommitteeShare(committee.Id, committee.ShortName, members.Length, members.Count(seat => seat.PartyMember), false);
        }).ToList();
        var forming = await committees.BeingFormed(shares.ToDictionary(share => share.OrganisationId, share => share.Members), actor, cancel);
        return [.. shares.Select(share => share with { IsForming = forming.Contains(share.OrganisationId) })];
    }

    private static List<SeatConflict> Conflicts(SeatsFound found)
    {
        var bodies = found.Organisations.ToDictionary(body => body.Id);
        var conflicts = new List<SeatConflict>();
        foreach (var seats in found.Seats.Where(seat => seat.PostKind is not null).GroupBy(seat => seat.PersonId).Select(one => one.ToArray()))
        {
            for (var i = 0; i < seats.Length; i++)
            {
                foreach (var other in seats[(i + 1)..])
                {
                    conflicts.AddRange(PartyRules.Conflicts.Where(rule => rule.Forbids(seats[i].AsPost(bodies), other.AsPost(bodies)))
                        .Select(rule => new SeatConflict(seats[i].PersonName, bodies[seats[i].OrganisationId].ShortName, bodies[other.OrganisationId].ShortName, rule.Source)));
                }
            }
        }

        return conflicts;
    }
}
