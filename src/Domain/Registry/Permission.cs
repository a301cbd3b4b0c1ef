using System.Diagnostics.CodeAnalysis;

namespace Linli.Domain.Registry;

/// <summary>What a post lets its holder do, on the subtree of places or in the organisation that the post belongs to. Stored as numbers: values never change.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The word of the field.")]
[SuppressMessage("Naming", "CA1714", Justification = "Read one by one: Permission.ViewTickets.")]
public enum Permission : long
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Report a ticket, also for a caller.</summary>
    ReportTickets = 1 << 0,

    /// <summary>See the tickets that one reported.</summary>
    ViewOwnTickets = 1 << 1,

    /// <summary>See all tickets in scope.</summary>
    ViewTickets = 1 << 2,

    /// <summary>Accept tickets as first-asked person.</summary>
    AcceptTickets = 1 << 3,

    /// <summary>Name the worker.</summary>
    AssignTickets = 1 << 4,

    /// <summary>See and handle the tickets that are assigned to oneself.</summary>
    HandleTickets = 1 << 5,

    /// <summary>See the overview with its figures.</summary>
    ViewOverview = 1 << 6,

    /// <summary>See places, units and organisations.</summary>
    ViewRegistry = 1 << 7,

    /// <summary>Change places, units, organisations and posts.</summary>
    ManageRegistry = 1 << 8,

    /// <summary>See people, their numbers masked.</summary>
    ViewPeople = 1 << 9,

    /// <summary>See a number whole, with a reason that is logged.</summary>
    UnmaskPersonalData = 1 << 10,

    /// <summary>Import a table of divisions.</summary>
    ImportDivisions = 1 << 11,

    /// <summary>Open, lock and end accounts.</summary>
    ManageAccounts = 1 << 12,

    /// <summary>Read the audit trail.</summary>
    ViewAudit = 1 << 13,

    /// <summary>Make and revoke one's own access tokens.</summary>
    ManageTokens = 1 << 14,

    /// <summary>Found, move and dissolve Party organisations and keep their memberships.</summary>
    ManageParty = 1 << 15,

    /// <summary>See by name who belongs to a Party organisation in scope; everybody else sees counts (domain.md §9.2).</summary>
    ViewPartyMembers = 1 << 16,

    /// <summary>Record what happens to owners' committees and the bodies that stand in for them; which act is open follows from the post.</summary>
    ManageCommittees = 1 << 20,

    /// <summary>Register associations and alliances with members and work, and look after co-building agreements.</summary>
    ManageAlliances = 1 << 19,
    /// <summary>Name building captains and grid leaders, draw grids, keep positions of 双报到 and see who registered.</summary>
    ManageGrid = 1 << 17,

    /// <summary>See and look after the households that one was given.</summary>
    LookAfterHouseholds = 1 << 18,

    /// <summary>Decide on requests to correct or delete personal data (PIPL 46, 47, 50).</summary>
    HandlePersonalDataRequests = 1 << 22,

    /// <summary>Read the register of purposes and the log of retention.</summary>
    ViewPurposes = 1 << 23,

    /// <summary>Take personal numbers out in an export, with a reason; each number is logged.</summary>
    ExportPersonalData = 1 << 24,

    /// <summary>Enter the holidays and make-up working days of a year, for the whole installation.</summary>
    KeepCalendar = 1L << 28,

    /// <summary>Adapt the categories of matters for a place: names, own additions, responsible party, tighter deadlines.</summary>
    ManageCategories = 1L << 29,

    /// <summary>Record and see what care households asked for, with their recorded consent; nobody but the area's community worker and grid worker.</summary>
    KeepCareMarks = 1L << 40,

    /// <summary>Draft governing documents, put them out for comments and record their adoption.</summary>
    ManageDocuments = 1 << 21,

    /// <summary>Report in when a whistle calls the own place: 报到 of community, subdistrict and district.</summary>
    AnswerWhistles = 1L << 26,

    /// <summary>Grant or refuse more time to a ticket that somebody else asked it for.</summary>
    ApproveExtensions = 1L << 27,

    /// <summary>Mediate disputes: take cases of the committee's place, and see those of which one is the mediator, no others (requirement C4).</summary>
    Mediate = 1L << 32,

    /// <summary>See how many disputes were mediated and how they ended, without names and without small figures.</summary>
    ViewMediationStatistics = 1L << 33,

    /// <summary>Make return visits (回访) in scope: call reporters of closed tickets and record what they answer.</summary>
    MakeReturnVisits = 1L << 30,

    /// <summary>Ask for exclusions from the three rates, and approve or reject those that others asked for.</summary>
    ApproveExclusions = 1L << 31,

    /// <summary>跟踪督促: see what is overdue and listed in scope, answer cards, hold interviews; who lists is said by the ladder's data.</summary>
    Supervise = 1L << 34,

    /// <summary>Take reports for callers and visitors in scope, and take over lists of the 12345 hotline.</summary>
    TakeReports = 1L << 35,

    /// <summary>Decide which topics found early go to the joint meeting, and enter the 三多 of earlier years.</summary>
    ManageFindings = 1L << 36,

    /// <summary>Word the response templates of the own organisation, and share filters of the queue with it.</summary>
    ManageTemplates = 1L << 37,

    /// <summary>Prepare owners' decisions and lead them through their states (domain.md §1.8).</summary>
    PrepareDecisions = 1L << 41,

    /// <summary>Enter paper ballots, one of two who do so independently, and record proofs of delivery.</summary>
    EnterBallots = 1L << 42,

    /// <summary>Supervise a vote: look at a single ballot with a reason that is logged, order a recount, record a challenge. Nobody else sees who voted what.</summary>
    SeeBallots = 1L << 43,

    /// <summary>Vote as an owner; belongs to no post.</summary>
    CastBallots = 1L << 45,
}
