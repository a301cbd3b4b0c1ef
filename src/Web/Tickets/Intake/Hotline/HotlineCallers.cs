using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>
/// Who called the hotline: a resident whose number and very name the list tells, else a caller of this ticket alone. Another name on the number is
/// somebody else's account, and whoever asked for confidentiality is nobody here.
/// </summary>
internal sealed class HotlineCallers(CallerDesk desk, ICallers callers, IPeople people)
{
    public async Task<TakenReporter> Of(HotlineOrder order, Actor actor, CancellationToken cancel) =>
        order.CallerPhone is { } digits && PhoneNumber.TryParse(digits, out var phone) && await people.FindByPhone(phone, cancel) is { } person
        && await callers.Of(order.Compound.Id, person, actor, cancel) is { } known && known.Name == order.CallerName
            ? CallerDesk.Registered(known)
            : await desk.Unknown(order.CallerName, order.CallerPhone, cancel);
}
