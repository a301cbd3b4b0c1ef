using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;

namespace Linli.Web.Tickets.Mediation;

/// <summary>The kinds of disputes that may be chosen on a day.</summary>
internal static class MediationKinds
{
    public static IReadOnlyList<string> On(DateTimeOffset at) => MediationRules.On(ChinaTime.DayOf(at)).Kinds;

    public static IEnumerable<Refusal> Check(string? kind, DateTimeOffset at) => kind is not null && On(at).Contains(kind) ? [] : [new MediationKindIsMissing()];
}
