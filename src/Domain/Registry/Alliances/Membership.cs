using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>The three ways into an association (巴中回风亭: 组织任命、自我推荐、群众公选; requirements A7).</summary>
public enum JoiningWay
{
    /// <summary>组织任命.</summary>
    Appointment,

    /// <summary>自我推荐.</summary>
    SelfNomination,

    /// <summary>群众公选: has votes.</summary>
    PublicElection,
}

/// <summary>Who may join which association.</summary>
public static class Membership
{
    /// <summary>The kinds of organisations that may be members; persons must hold a post in one of <see cref="PersonsFrom"/>.</summary>
    public static IReadOnlyList<OrganisationKind> Organisations(OrganisationKind association) => association switch
    {
        OrganisationKind.Alliance => [OrganisationKind.PropertyCompany, OrganisationKind.OwnersCommittee],
        OrganisationKind.CommitteeAssociation => [OrganisationKind.OwnersCommittee],
        OrganisationKind.CompanyAssociation => [OrganisationKind.PropertyCompany],
        _ => [],
    };

    /// <summary>The kinds of organisations whose post holders may join as persons: an alliance also takes in Party members with a post in a branch.</summary>
    public static IReadOnlyList<OrganisationKind> PersonsFrom(OrganisationKind association) =>
        association == OrganisationKind.Alliance ? [.. Organisations(association), .. OrganisationKinds.OfTheParty] : Organisations(association);

    /// <summary>Why an organisation of the kind may not join; null when it may.</summary>
    public static Refusal? WhyNot(OrganisationKind association, OrganisationKind candidate) =>
        Organisations(association).Contains(candidate) ? null : WrongKind(association);

    /// <summary>Why a person may not join; null when one of the posts held today lies in an organisation of the right kind.</summary>
    public static Refusal? WhyNot(OrganisationKind association, IEnumerable<OrganisationKind> holdsPostsIn) =>
        PersonsFrom(association).Intersect(holdsPostsIn).Any() ? null : new PersonHoldsNoPostThere();

    private static Refusal WrongKind(OrganisationKind association) => association switch
    {
        OrganisationKind.CommitteeAssociation => new OnlyCommitteesMayJoin(),
        OrganisationKind.CompanyAssociation => new OnlyCompaniesMayJoin(),
        _ => new OnlyCompaniesAndCommitteesMayJoin(),
    };
}

/// <summary>How somebody came in: who decided, when, with which votes.</summary>
public sealed record Admission
{
    private Admission()
    {
    }

    /// <summary>The way.</summary>
    public required JoiningWay Way { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>First day of membership.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>Votes for; only where elected.</summary>
    public required int? VotesFor { get; init; }

    /// <summary>Votes cast; only where elected.</summary>
    public required int? VotesCast { get; init; }

    /// <summary>An admission, or all that is wrong with it. How many votes are enough is for the association's own rules.</summary>
    public static Outcome<Admission> Of(JoiningWay way, DateOnly decidedOn, DateOnly joinedOn, int? votesFor, int? votesCast, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (decidedOn > today)
        {
            refusals.Add(new DecisionLiesInTheFuture());
        }

        if (joinedOn < decidedOn)
        {
            refusals.Add(new JoinsBeforeTheDecision());
        }

        if (VotesFault(way, votesFor, votesCast) is { } fault)
        {
            refusals.Add(fault);
        }

        return refusals.Count > 0
            ? Outcome<Admission>.Refused(refusals)
            : new Admission { Way = way, DecidedOn = decidedOn, JoinedOn = joinedOn, VotesFor = votesFor, VotesCast = votesCast };
    }

    private static Refusal? VotesFault(JoiningWay way, int? votesFor, int? votesCast) => way switch
    {
        JoiningWay.PublicElection when votesFor is null || votesCast is null => new ElectionNeedsItsVotes(),
        JoiningWay.PublicElection when votesFor < 1 || votesFor > votesCast => new VotesDoNotAddUp(),
        not JoiningWay.PublicElection when votesFor is not null || votesCast is not null => new VotesBelongToElections(),
        _ => null,
    };
}
