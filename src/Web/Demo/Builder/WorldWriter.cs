using Linli.Web.Decisions.Store;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Finding.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Linli.Web.Tickets.Handling.Store;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Mediation.Store;
using Linli.Web.Tickets.Queue.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Linli.Web.Demo.Builder;

/// <summary>Writes a world by binary COPY. Tables and columns come from the mapping, so a column added there is written here.</summary>
internal sealed class WorldWriter(IModel model)
{
    // What others refer to comes first.
    private static readonly Type[] Order =
    [
        typeof(Place), typeof(Organisation), typeof(Compound), typeof(PlaceFigure), typeof(Service), typeof(Unit), typeof(Person),
        typeof(Ownership), typeof(Residency), typeof(PostHeld), typeof(PartyMembership), typeof(GoverningBody), typeof(BodyRecord), typeof(Association),
        typeof(AssociationMember), typeof(AssociationPlanItem), typeof(AssociationActivity), typeof(Agreement), typeof(CommitmentMade),
        typeof(Fulfilment), typeof(GridUnit), typeof(GridPart), typeof(Leader), typeof(ChargeHeld), typeof(HandOverList), typeof(HandOverItem),
        typeof(HouseholdNote), typeof(UnitReport), typeof(DoubleRegistration), typeof(Position), typeof(PositionClaim), typeof(ServiceRecord), typeof(FeedbackLetter),
        typeof(DocumentVersion), typeof(DocumentPiece), typeof(DocumentMark), typeof(DocumentComment),
        typeof(CategoryRule), typeof(Ticket), typeof(TimelineEntry), typeof(PlaceSheet), typeof(TicketIntake), typeof(TicketFollow), typeof(MediationCase), typeof(MediationParty), typeof(CaseMediator), typeof(MediationSession),
        typeof(MediationCommitment), typeof(MediationVisit), typeof(Exclusion), typeof(ReturnVisit), typeof(VisitDrawn), typeof(TicketPause),
        typeof(TicketExtension), typeof(TicketReturn), typeof(TicketWhistle), typeof(JointParty), typeof(InternalNote), typeof(FollowUpEntry), typeof(HotSpotFound), typeof(FindingRun), typeof(FindingWeekRow),
        typeof(TopicProposal), typeof(DuplicateGroup), typeof(DuplicateMember), typeof(ThreeManyFigure), typeof(SavedFilter), typeof(ResponseTemplate), typeof(AuditEntry),
        typeof(Vote), typeof(Question), typeof(VoterRow), typeof(RollUnitRow), typeof(DeliveryRow), typeof(BallotRow), typeof(TreeHeadRow), typeof(VoteStep),
        typeof(NoticeReading), typeof(Consent), typeof(CareMark), typeof(RightsRequest), typeof(Unmasking),
    ];

    public async Task Write(WorldRows rows, NpgsqlConnection connection, CancellationToken cancel)
    {
        if (rows.Types.Except(Order).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"The order does not say when {unknown.Name} is written.");
        }

        foreach (var type in Order.Where(type => rows.Of(type).Count > 0))
        {
            await BulkWriter.Insert(model.FindEntityType(type)!, rows.Of(type), connection, cancel);
        }
    }
}
