using System.Diagnostics.CodeAnalysis;
using Linli.Web.Platform.Personal;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Seals what is said in a mediation before it is stored, by the cipher of phone numbers.</summary>
internal sealed class MediationSeal(PersonalCipher cipher)
{
    [return: NotNullIfNotNull(nameof(text))]
    public byte[]? Seal(string? text) => text is null ? null : cipher.Encrypt(text);

    [return: NotNullIfNotNull(nameof(bytes))]
    public string? Open(byte[]? bytes) => bytes is null ? null : cipher.Decrypt(bytes);

    /// <summary>A keyed mark of a step: it shows a change of the step and tells nothing of it.</summary>
    public string MarkOf(Store.MediationStep step) => Convert.ToHexString(cipher.Index(
        "mediation-step", $"{step.Id}|{step.CaseId}|{step.At.UtcTicks}|{step.Act}|{step.State}|{step.PersonId}"));
}
