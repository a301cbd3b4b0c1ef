using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>A case for its mediators. Who may only take it up sees number, kind and compound; to all others there is none.</summary>
internal sealed class FindCase(LinliDb db, MediationDesk desk, CaseReader reader, MediationSeal seal, IPosts posts)
{
    public async Task<MediationCaseView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var file = await desk.Open(id, actor, cancel);
        db.ChangeTracker.Clear();
        var roles = file is null ? MediationRoles.None : MediationAccess.RolesOf(actor, file);
        var (reads, takes) = (roles.HasFlag(MediationRoles.Mediator), roles.HasFlag(MediationRoles.Committee));
        if (file is null || !(reads || takes))
        {
            return null;
        }

        var found = file.Case;
        var sessions = reads ? await reader.Sessions(file, actor, cancel) : [];
        var visits = reads ? await reader.Visits(file, actor, cancel) : [];
        var names = reads ? file.Parties.ToDictionary(party => party.Id, party => seal.Open(party.Name)) : [];
        return new MediationCaseView
        {
            Id = id,
            Number = found.Number,
            Version = found.Version,
            Kind = found.Kind,
            CompoundName = file.CompoundName,
            State = found.State,
            Result = found.Result,
            AppliedAt = found.AppliedAt,
            FromTicket = found.TicketId is not null,
            Statement = reads ? seal.Open(found.Statement) : null,
            OtherSide = reads ? seal.Open(found.OtherSide) : null,
            Summary = reads ? seal.Open(found.Summary) : null,
            ClosingReason = reads ? seal.Open(found.ClosingReason) : null,
            Parties = reads ? [.. file.Parties.Select(Party)] : [],
            Mediators = reads ? await reader.Mediators(file, actor, cancel) : [],
            Sessions = [.. sessions.Select(s => new CaseSessionView(
                s.Id, s.At, seal.Open(s.Place), s.HeldAt, [.. s.Present.Where(names.ContainsKey).Select(party => names[party])], seal.Open(s.Notes)))],
            Agreement = reads ? await reader.Agreement(file, actor, cancel) : null,
            Visits = [.. visits.Select(v => new CaseVisitView(v.Id, v.DueOn, v.VisitedAt, v.Way, v.Result, seal.Open(v.Note)))],
            Steps = reads ? await reader.Steps(file, actor, cancel) : [],
            Colleagues = reads ? await Colleagues(file, cancel) : [],
            OpenActs = MediationFlow.ActsOpenTo(found.State, roles & (MediationRoles.Mediator | MediationRoles.Committee)),
        };
    }

    private CasePartyView Party(MediationParty party) => new(
        party.Id, party.Side, seal.Open(party.Name), party.Phone is null ? null : PhoneNumber.Parse(seal.Open(party.Phone)).Value.Masked, party.PersonId is not null,
        party.Consent, party.ConsentWay, party.ConsentAt, party.SignedWay, party.SignedAt);

    private async Task<IReadOnlyList<CaseMediatorView>> Colleagues(CaseFile file, CancellationToken cancel) =>
    [
        .. (await posts.HoldersAt(file.Case.CompoundId, Permission.Mediate, cancel))
            .Where(holder => file.Mediators.All(mediator => mediator.PersonId != holder.PersonId)).DistinctBy(holder => holder.PersonId)
            .Select(holder => new CaseMediatorView(holder.PersonId, holder.Name, holder.OrganisationName, null)),
    ];
}
