#pragma warning disable CS1591, CA1711
using Linli.Domain.Kernel;
namespace Linli.Domain.Registry
{
[System.Flags]
public enum Permission : long
{ None=0, ReportTickets=1, ViewOwnTickets=2, ViewTickets=4, AcceptTickets=8, AssignTickets=16, HandleTickets=32, ViewOverview=64, ViewRegistry=128, ManageRegistry=256, ViewPeople=512, UnmaskPersonalData=1024, ImportDivisions=2048, ManageAccounts=4096, ViewAudit=8192 }
public enum OrganisationKind { SubdistrictOffice, ResidentsCommittee, VillageCommittee, PropertyCompany, OwnersCommittee, Operator }
public sealed record PostKind(string Code, string TitleKey, Permission Permissions);
public static class PostKinds { public static PostKind? Find(string code) => code.Length == 0 ? null : new(code, code, Permission.None); }
public readonly record struct PhoneNumber(string Value) { public string Masked => Value[..3] + "****" + Value[^4..]; public static Outcome<PhoneNumber> Parse(string? text) => new PhoneNumber(text ?? ""); }
}
namespace Linli.Domain.Tickets
{
public enum Urgency { Emergency, Urgent, Normal, Complex }
public enum TicketState { Received, Accepted, Assigned, Handling, Replied, Reopened, Closed, Withdrawn }
public enum TicketAct { Report, Accept, Assign, Contact, MarkDone, Confirm, ReportUnsolved, Supplement, Withdraw, CloseUnrated }
public enum Solved { Yes, No }
public enum Satisfaction { Satisfied, Basic, Dissatisfied }
}
