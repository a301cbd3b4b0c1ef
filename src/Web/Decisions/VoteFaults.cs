using Linli.Web.Platform.Changes;

namespace Linli.Web.Decisions;

/// <summary>What can be wrong with an input about a vote.</summary>
internal sealed class VoteFaults : FaultList;
