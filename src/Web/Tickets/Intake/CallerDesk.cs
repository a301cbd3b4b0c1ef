using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets.Intake;

/// <summary>For whom a report is taken.</summary>
/// <param name="PersonId">The registered reporter, or the one who stands for nobody.</param>
/// <param name="IsRegistered">Whether it is a person of the register.</param>
/// <param name="UnitId">The dwelling.</param>
/// <param name="ReportedAs">In the language of records.</param>
/// <param name="Name">Sealed.</param>
/// <param name="Phone">Sealed.</param>
/// <param name="CanBeCalled">Whether there is a number at all.</param>
internal sealed record TakenReporter(Guid PersonId, bool IsRegistered, Guid? UnitId, string ReportedAs, byte[]? Name, byte[]? Phone, bool CanBeCalled);

/// <summary>Tells who a caller is: somebody of the compound's households, or a name and number that are written down for this ticket alone.</summary>
internal sealed class CallerDesk(ICallers callers, IErasedPeople nobody, PersonalCipher cipher)
{
    private static readonly System.Resources.ResourceManager Words = new(typeof(IntakeWords));

    public async Task<Outcome<TakenReporter>> Read(TakeReportInput input, TakePlace compound, Actor actor, CancellationToken cancel)
    {
        if (input.PersonId is { } chosen)
        {
            return !string.IsNullOrWhiteSpace(input.CallerName) || !string.IsNullOrWhiteSpace(input.CallerPhone) ? new CallerIsToldTwice()
                : await callers.Of(compound.Id, chosen, actor, cancel) is { } known ? Registered(known)
                : new CallerIsNotOfTheCompound();
        }

        var (name, phone) = (IntakeTexts.CallerName.Check(input.CallerName), PhoneOf(input.CallerPhone));
        List<Refusal> refusals = [.. name.Refusals, .. phone.Refusals];
        var says = !string.IsNullOrWhiteSpace(input.CallerName) || !string.IsNullOrWhiteSpace(input.CallerPhone);
        if (says && !input.Told)
        {
            refusals.Add(new CallerIsNotInformed());
        }

        return refusals.Count > 0
            ? Outcome<TakenReporter>.Refused(refusals)
            : await Unknown(name.Value, phone.Value?.Digits, cancel);
    }

    /// <summary>A resident as reporter.</summary>
    public static TakenReporter Registered(Caller known) =>
        new(known.PersonId, true, known.UnitId, CapacityNames.HouseholdForRecord(known.UnitLabel, known.Kind), null, null, known.PhoneMasked is not null);

    /// <summary>Somebody of whom nothing is known but what is written down here.</summary>
    public async Task<TakenReporter> Unknown(string name, string? phone, CancellationToken cancel) => new(
        await nobody.Nobody(cancel), false, null, Words.GetString("Caller.Unknown", TextModule.Chinese)!,
        name.Length > 0 ? cipher.Encrypt(name) : null, phone is null ? null : cipher.Encrypt(phone), phone is not null);

    private static Outcome<PhoneNumber?> PhoneOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? Outcome<PhoneNumber?>.Of(null)
        : PhoneNumber.TryParse(typed, out var number) ? Outcome<PhoneNumber?>.Of(number)
        : new CallerPhoneIsNotAMobileNumber();
}
