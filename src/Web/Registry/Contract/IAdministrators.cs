using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Web.Registry.Contract;

/// <summary>Makes the person and the post that the platform begins with.</summary>
internal interface IAdministrators
{
    Task<Outcome<Guid>> Make(string name, PhoneNumber phone, CancellationToken cancel);
}
