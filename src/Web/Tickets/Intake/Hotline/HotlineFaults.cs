using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>Gathers what is wrong with a row of the list.</summary>
internal sealed class HotlineFaults : FaultList;
