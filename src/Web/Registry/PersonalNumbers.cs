using Linli.Domain.Registry;

namespace Linli.Web.Registry;

internal static class PersonalNumbers
{
    /// <summary>The whole number, for the cipher and the index alone.</summary>
    public static string Digits(this PhoneNumber phone) => phone.Value;
}
