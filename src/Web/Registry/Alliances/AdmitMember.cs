using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Who joins an association, in which of the three ways, and how that was decided.</summary>
public sealed record AdmissionInput : ChangeInput
{
    /// <summary>Id of an organisation, or of a person who holds a post in one.</summary>
    public Guid? Member { get; init; }

    public JoiningWay? Way { get; init; }

    /// <summary>Who decided: the body that appointed or accepted, the meeting that elected.</summary>
    public string? DecidedBy { get; init; }

    public DateOnly? DecidedOn { get; init; }

    /// <summary>First day of membership; empty: the day of the decision.</summary>
    public DateOnly? JoinedOn { get; init; }

    /// <summary>Only for an election.</summary>
    public int? VotesFor { get; init; }

    /// <summary>Only for an election.</summary>
    public int? VotesCast { get; init; }
}

/// <summary>Takes a member into an association by appointment, self-nomination or public election.</summary>
internal sealed class AdmitMember(LinliDb db, Changes changes)
{
    private const string Process = nameof(AdmitMember);
    private const int MostVotes = 10_000_000;

    public async Task<Outcome<Guid>> Execute(Guid associationId, AdmissionInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(associationId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return context.RequestId;
        }

        if (await db.LivingAssociation(associationId, context.Actor, cancel) is not { } association)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var today = ChinaTime.DayOf(context.At);
        var way = faults.Choice(nameof(input.Way), input.Way);
        var decidedBy = faults.Line(nameof(input.DecidedBy), input.DecidedBy, 100);
        var decidedOn = faults.Day(nameof(input.DecidedOn), input.DecidedOn, today);
        var joinedOn = faults.OptionalDay(nameof(input.JoinedOn), input.JoinedOn, today) ?? decidedOn;
        faults.OptionalNumber(nameof(input.VotesFor), input.VotesFor, 1, MostVotes);
        faults.OptionalNumber(nameof(input.VotesCast), input.VotesCast, 1, MostVotes);
        if (!faults.Any)
        {
            faults.Take(Admission.Of(way, decidedOn, joinedOn, input.VotesFor, input.VotesCast, today));
        }

        var organisationId = await JudgeMember(association, input.Member, today, faults, cancel);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new AssociationMember
        {
            Id = context.RequestId,
            AssociationId = associationId,
            OrganisationId = organisationId,
            PersonId = organisationId is null ? input.Member : null,
            Way = way,
            DecidedBy = decidedBy,
            DecidedOn = decidedOn,
            VotesFor = input.VotesFor,
            VotesCast = input.VotesCast,
            JoinedOn = joinedOn,
        });
        var saved = await changes.Save(context, Process, "Organisation", associationId, new { member = context.RequestId, input.Member, way }, cancel);
        return saved.Succeeded(out _) ? context.RequestId : Outcome<Guid>.Refused(saved.Refusals);
    }

    // Null when the member is a person.
    private async Task<Guid?> JudgeMember(Organisation association, Guid? member, DateOnly today, Faults faults, CancellationToken cancel)
    {
        if (member is null)
        {
            faults.Add(new ChoiceIsMissing(nameof(AdmissionInput.Member)));
            return null;
        }

        faults.AddIf(
            await db.Set<AssociationMember>().AnyAsync(
                m => m.AssociationId == association.Id && m.LeftOn == null && (m.OrganisationId == member || m.PersonId == member), cancel),
            new IsMemberAlready());
        var area = await db.Set<Place>().Where(p => p.Id == association.PlaceId).Select(p => p.Path).SingleAsync(cancel);
        var there = db.OrganisationsOfArea(area, today);
        if (await there.Where(o => o.Id == member).Select(o => (OrganisationKind?)o.Kind).FirstOrDefaultAsync(cancel) is { } kind)
        {
            if (Membership.WhyNot(association.Kind, kind) is { } refusal)
            {
                faults.Add(refusal);
            }

            return member;
        }

        var postsIn = await db.Set<PostHeld>().HeldOn(today).Where(p => p.PersonId == member)
            .Join(there, p => p.OrganisationId, o => o.Id, (_, o) => o.Kind).Distinct().ToListAsync(cancel);
        if ((postsIn.Count == 0 ? new MemberIsNotOfThisArea() : Membership.WhyNot(association.Kind, postsIn)) is { } why)
        {
            faults.Add(why);
        }

        return null;
    }
}
