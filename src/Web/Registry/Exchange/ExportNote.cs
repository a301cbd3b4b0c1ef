using Linli.Web.Platform.Access;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange;

/// <summary>The line at the top of what is taken out: who, in which capacity, when, and why where numbers go out.</summary>
internal sealed class ExportNote(IStringLocalizer<ExchangeTexts> texts, IStringLocalizer<Texts> shared)
{
    public string Of(Actor actor, DateTimeOffset at, string? reason = null)
    {
        var capacity = actor.Capacity is { } held ? CapacityNames.Of(held, shared) : string.Empty;
        return reason is null
            ? texts["Note", actor.Name, capacity, Moments.Full(at)]
            : texts["NoteWithReason", actor.Name, capacity, Moments.Full(at), reason];
    }
}
