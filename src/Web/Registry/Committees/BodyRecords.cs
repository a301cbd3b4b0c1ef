using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Committees;

/// <summary>Writes down an act with who did it and the rules under which it was judged.</summary>
internal static class BodyRecords
{
    public static BodyRecord Of(GoverningBody body, BodyState? from, ActToRecord act, LocalRules rules, ProcessContext context, string? note = null, Guid? id = null) => new()
    {
        Id = id ?? context.RequestId,
        BodyId = body.Id,
        Act = act.Act,
        FromState = from,
        ToState = body.State,
        OnDay = act.Day,
        At = context.At,
        PersonId = context.Actor.IsSystem ? null : context.Actor.PersonId,
        ActedAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord,
        Note = note,
        Members = act.Composition?.Members,
        Owners = act.Composition?.Owners,
        Head = act.Composition?.Head,
        TermFrom = act.Term?.From,
        TermTo = act.Term?.To,
        Item = act.Item == HandoverItems.None ? null : act.Item,
        Rules = rules.Stamp,
        DueOn = body.DueOn,
    };
}
