using Linli.Domain.Registry;

namespace Linli.Web.Registry.Contract;

/// <summary>What other modules may ask about people.</summary>
internal interface IPeople
{
    Task<Guid?> FindByPhone(PhoneNumber phone, CancellationToken cancel);
}
