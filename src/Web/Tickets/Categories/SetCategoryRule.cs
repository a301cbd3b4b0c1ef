using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.Categories;

/// <summary>What a place says of a category; what is left out stays as it is above.</summary>
public sealed record CategoryRuleInput : ChangeInput
{
    /// <summary>Code of the category; left out for a new one of the place's own.</summary>
    public string? Code { get; set; }

    /// <summary>Code of the first-level category above a new one.</summary>
    public string? Parent { get; set; }

    public string? Name { get; set; }

    public bool IsOff { get; set; }

    public ResponsibleParty? Responsible { get; set; }

    public int? Contact { get; set; }

    public TimeUnit? ContactUnit { get; set; }

    public int? Resolve { get; set; }

    public TimeUnit? ResolveUnit { get; set; }

    /// <summary>Take back all that the place said of it.</summary>
    public bool Withdraw { get; set; }

    public string? Reason { get; set; }
}

/// <summary>
/// Adapts a category for a place and all below: another name or party, out of use, tighter deadlines, or one of its own. Nobody can loosen
/// what holds above. It holds for what is received from now on; tickets keep the deadlines that they were promised.
/// </summary>
internal sealed class SetCategoryRule(LinliDb db, Changes changes, CategoryPlaces places, CategoryBook book)
{
    private const string Process = nameof(SetCategoryRule);

    private static readonly TextRule Name = new(nameof(CategoryRuleInput.Name), LocalCategoryRule.LongestName, SeveralLines: false, WhenMissing: null);

    public async Task<Outcome<Guid>> Execute(string placeCode, CategoryRuleInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(placeCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await places.Find(placeCode, Scope.Of(context.Actor, Permission.ManageCategories), cancel) is not { } place)
        {
            return new NotFound();
        }

        // A code of a place's own says which request made it.
        var code = string.IsNullOrWhiteSpace(input.Code) ? $"x-{context.RequestId:N}"[..14] : input.Code.Trim();
        var own = book.OwnOf(place.Path).GetValueOrDefault(code);
        var (rule, faults) = Read(input, code, own, place.Path);
        var tree = book.Without(place.Path, code);
        if (!input.Withdraw)
        {
            faults.AddRange(rule.Faults(tree, ServiceLevels.DefaultOn(ChinaTime.DayOf(context.At))));
            faults.AddRange(NameFaults(rule, tree));
        }
        else if (own is null)
        {
            return new NotFound();
        }

        if (faults.Count > 0)
        {
            return Outcome<Guid>.Refused(faults);
        }

        // One of the place's own keeps its name when it is taken back: tickets have it still.
        var row = Row(rule.Parent is null ? rule : rule with { Name = rule.Name ?? own?.Name }, input, place.Id, context);
        db.Add(row);
        var saved = await changes.Save(context, Process, "CategoryRule", row.Id, new { place = place.Id, code, row.IsOff, row.IsWithdrawn }, cancel);
        book.Forget();
        return saved.Then(made => made.SubjectId);
    }

    private static (LocalCategoryRule Rule, List<Refusal> Faults) Read(CategoryRuleInput input, string code, LocalCategoryRule? own, PlacePath place)
    {
        var faults = new List<Refusal>();
        var name = Name.Check(input.Name);
        faults.AddRange(name.Refusals);
        faults.AddRange(TicketTexts.Reason.Check(input.Reason).Refusals);
        if (input.Responsible is { } party && !Enum.IsDefined(party))
        {
            faults.Add(new CategoryIsUnknown());
        }

        return (new LocalCategoryRule
        {
            Place = place, Code = code, Parent = own is null && TicketCategory.Find(code) is null ? Trimmed(input.Parent) ?? string.Empty : own?.Parent,
            Name = name.IsRefused || name.Value.Length == 0 ? null : name.Value, IsOff = input.IsOff, Responsible = input.Responsible,
            Contact = Limit(nameof(input.Contact), input.Contact, input.ContactUnit, faults), Resolve = Limit(nameof(input.Resolve), input.Resolve, input.ResolveUnit, faults),
        }, faults);
    }

    private static Limit? Limit(string field, int? amount, TimeUnit? unit, List<Refusal> faults)
    {
        if (amount is >= 1 and <= 10_000 && unit is { } given && Enum.IsDefined(given))
        {
            return new Limit(amount.Value, given);
        }

        if (amount is not null)
        {
            faults.Add(new LimitIsIncomplete(field));
        }

        return null;
    }

    private IEnumerable<Refusal> NameFaults(LocalCategoryRule rule, CategoryTree tree)
    {
        if (rule.Name is null)
        {
            return rule.Parent is null ? [] : [new CategoryNameIsMissing()];
        }

        return tree.All.Any(other => other.Code != rule.Code && book.Title(other) == rule.Name) ? [new CategoryNameIsTaken()] : [];
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static CategoryRule Row(LocalCategoryRule rule, CategoryRuleInput input, Guid placeId, ProcessContext context) => new()
    {
        Id = context.RequestId, PlaceId = placeId, Code = rule.Code, Parent = rule.Parent, Name = rule.Name, IsOff = rule.IsOff, IsWithdrawn = input.Withdraw,
        Responsible = rule.Responsible, ContactAmount = rule.Contact?.Amount, ContactUnit = rule.Contact?.Unit, ResolveAmount = rule.Resolve?.Amount,
        ResolveUnit = rule.Resolve?.Unit, Reason = TicketTexts.Reason.Check(input.Reason).Value, SetBy = context.Actor.PersonId,
        SetAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord, SetAt = context.At,
    };
}
