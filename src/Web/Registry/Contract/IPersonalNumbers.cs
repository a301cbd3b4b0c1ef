using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Contract;

/// <summary>Shows personal numbers to those whose task needs them. Whether it does is decided by the caller; that they looked is written down here.</summary>
internal interface IPersonalNumbers
{
    /// <summary>The person's phone number, whole.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="reason">What it is needed for; kept with the log.</param>
    /// <param name="context">Who looks.</param>
    /// <param name="cancel">Stops the work.</param>
    Task<Outcome<string>> ShowPhone(Guid personId, string reason, ProcessContext context, CancellationToken cancel);
}
