using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>The fields of all acts of a mediator; each form shows its own.</summary>
public sealed class MediationForm
{
    public uint? Version { get; set; }

    public string? Kind { get; set; }

    public string? Summary { get; set; }

    public PartySide? Side { get; set; }

    public string? Name { get; set; }

    public string? PhoneNumber { get; set; }

    public Guid? MediatorId { get; set; }

    public Guid? PartyId { get; set; }

    public SaidWay? Way { get; set; }

    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    public string? Place { get; set; }

    public Guid? SessionId { get; set; }

    public List<Guid> Present { get; set; } = [];

    public string? Notes { get; set; }

    public string? Terms { get; set; }

    public List<MediatedCommitment> Commitments { get; set; } = [];

    public DateOnly? DueOn { get; set; }

    public Guid? VisitId { get; set; }

    public VisitResult? Result { get; set; }

    public string? Note { get; set; }

    public string? Reason { get; set; }

    /// <summary>Rows to write into: a few, and two more than are filled.</summary>
    internal void Fill(int least)
    {
        var rows = Math.Min(AgreementTerms.Most, Math.Max(least, Commitments.Count(IsFilled) + 2));
        Commitments = [.. Commitments.Concat(Enumerable.Range(0, AgreementTerms.Most).Select(_ => new MediatedCommitment())).Take(Math.Max(rows, Commitments.FindLastIndex(IsFilled) + 1))];
    }

    /// <summary>An empty row is none.</summary>
    internal List<MediatedCommitment> Filled => [.. Commitments.Where(IsFilled)];

    private static bool IsFilled(MediatedCommitment row) => row.PartyId is not null || row.DueOn is not null || !string.IsNullOrWhiteSpace(row.Text);
}

/// <summary>Which use case a form of a mediator is sent to.</summary>
internal static class MediationForms
{
    public static readonly IReadOnlyList<MediationAct> Acts =
    [
        MediationAct.AddMediator, MediationAct.Decline, MediationAct.AddParty, MediationAct.Accept, MediationAct.Refuse, MediationAct.Consent, MediationAct.RefuseConsent,
        MediationAct.PlanSession, MediationAct.RecordSession, MediationAct.DraftAgreement, MediationAct.RecordOral, MediationAct.Sign, MediationAct.EndWithoutAgreement,
        MediationAct.EndForAbsence, MediationAct.PlanVisit, MediationAct.RecordVisit, MediationAct.Close,
    ];

    public static Task<Outcome<Saved>> Execute(IServiceProvider services, Guid id, MediationAct act, MediationForm form, ProcessContext context, CancellationToken cancel)
    {
        var reason = new MediationReasonInput { Version = form.Version, Reason = form.Reason };
        // A form of a mediator records a party's word; without a party it would be the mediator's own.
        var word = new MediationWordInput { Version = form.Version, PartyId = form.PartyId ?? Guid.Empty, Way = form.Way };
        var agreement = new MediatedAgreementInput { Version = form.Version, Terms = form.Terms, Commitments = form.Filled };
        return act switch
        {
            MediationAct.AddMediator => Get<AddMediator>().Execute(id, new() { Version = form.Version, MediatorId = form.MediatorId }, context, cancel),
            MediationAct.Decline => Get<DeclineCase>().Execute(id, reason, context, cancel),
            MediationAct.AddParty => Get<AddParty>().Execute(id, new() { Version = form.Version, Side = form.Side, Name = form.Name, PhoneNumber = form.PhoneNumber }, context, cancel),
            MediationAct.Accept => Get<AcceptCase>().Execute(id, new() { Version = form.Version, Kind = form.Kind, Summary = form.Summary }, context, cancel),
            MediationAct.Consent => Get<GiveConsent>().Execute(id, word, context, cancel),
            MediationAct.RefuseConsent => Get<RefuseConsent>().Execute(id, word, context, cancel),
            MediationAct.Sign => Get<SignMediatedAgreement>().Execute(id, word, context, cancel),
            MediationAct.PlanSession => Get<PlanSession>().Execute(id, new() { Version = form.Version, Day = form.Day, Time = form.Time, Place = form.Place }, context, cancel),
            MediationAct.RecordSession => Get<RecordSession>().Execute(id, new() { Version = form.Version, SessionId = form.SessionId, Present = form.Present, Notes = form.Notes }, context, cancel),
            MediationAct.DraftAgreement => Get<DraftMediatedAgreement>().Execute(id, agreement, context, cancel),
            MediationAct.RecordOral => Get<RecordOralAgreement>().Execute(id, agreement, context, cancel),
            MediationAct.PlanVisit => Get<PlanVisit>().Execute(id, new() { Version = form.Version, DueOn = form.DueOn }, context, cancel),
            MediationAct.RecordVisit => Get<RecordVisit>().Execute(id, new() { Version = form.Version, VisitId = form.VisitId, Way = form.Way, Result = form.Result, Note = form.Note }, context, cancel),
            MediationAct.Close => Get<CloseCase>().Execute(id, reason, context, cancel),
            _ => Get<EndCase>().Execute(id, act, reason, context, cancel),
        };

        T Get<T>()
            where T : notnull => services.GetRequiredService<T>();
    }
}
