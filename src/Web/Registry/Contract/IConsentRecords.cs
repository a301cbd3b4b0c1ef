using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Contract;

/// <summary>Writes down what somebody said or signed about a purpose. That the actor may do it for this person is asked by the caller.</summary>
internal interface IConsentRecords
{
    Task<Outcome<Done>> Record(Guid personId, string purpose, ReportedWord word, ProcessContext context, CancellationToken cancel);
}
