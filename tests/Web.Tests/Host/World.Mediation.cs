using Linli.Domain.Tickets.Mediation;
using Linli.Web.Tickets.Mediation;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Host;

internal sealed partial class World
{
    /// <summary>A mediation whose agreement waits for signatures.</summary>
    public async Task<Guid> Mediation(Guid compound, Guid applicant, Guid mediator)
    {
        var (id, party, seal) = (Guid.NewGuid(), Guid.NewGuid(), app.Services.GetRequiredService<MediationSeal>());
        var at = app.Clock.Now.AddDays(-3);
        await Add(new MediationCase
        {
            Id = id, Number = $"CS-{Next():D6}", CompoundId = compound, ApplicantId = applicant, Kind = "noise", State = MediationState.Drafted, AppliedAt = at, AcceptedAt = at,
            ConsentedAt = at, Form = AgreementForm.Written, Statement = seal.Seal("测试陈述"), OtherSide = seal.Seal("测试对方"), Summary = seal.Seal("测试事项"),
        });
        await Add(Side(party, 1, PartySide.Applicant, applicant));
        await Add(Side(Guid.NewGuid(), 2, PartySide.Respondent, null));
        await Add(new CaseMediator { CaseId = id, PersonId = mediator, ActedAs = "测试调解员", Since = at });
        await Add(new MediationCommitment { Id = Guid.NewGuid(), CaseId = id, PartyId = party, Position = 1, Text = seal.Seal("测试约定"), DueOn = new DateOnly(2027, 1, 1) });
        return id;

        MediationParty Side(Guid partyId, int position, PartySide side, Guid? person) => new()
        {
            Id = partyId, CaseId = id, Position = position, Side = side, PersonId = person, Name = seal.Seal($"测试当事人{position}"), Consent = ConsentState.Given, ConsentAt = at, ConsentWay = SaidWay.InPerson,
        };
    }
}
