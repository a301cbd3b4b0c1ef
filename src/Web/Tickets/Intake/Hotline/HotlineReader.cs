using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>Judges the rows of a list: where it was, what it is, who called, and by when the hotline wants it.</summary>
internal sealed class HotlineReader(TakePlaces takePlaces, IPlaces places, CategoryBook book, IStringLocalizer<TicketWords> words)
{
    private const string Confidential = "Yes";
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, IReadOnlyList<BuildingChoice>> buildings = [];

    /// <summary>The orders that can be taken over, and every fault with its cell.</summary>
    public async Task<(IReadOnlyList<HotlineOrder> Orders, IReadOnlyList<ListFault> Faults)> Read(
        IReadOnlyList<ListRow> rows, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var compounds = await takePlaces.Execute(Permission.TakeReports, actor, cancel);
        var (orders, faults, first) = (new List<HotlineOrder>(), new List<ListFault>(), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var row in rows)
        {
            var wrong = new HotlineFaults();
            var order = await Read(row, compounds, wrong, now, cancel);
            if (order is not null && !first.TryAdd(order.Number, row.Number))
            {
                wrong.Add(new HotlineNumberIsThereTwice(first[order.Number]));
            }

            faults.AddRange(wrong.All.Select(refusal => new ListFault(row.Number, refusal.Field, refusal)));
            if (order is not null && !wrong.Any)
            {
                orders.Add(order);
            }
        }

        return (orders, faults);
    }

    private async Task<HotlineOrder?> Read(ListRow row, IReadOnlyList<TakePlace> compounds, HotlineFaults wrong, DateTimeOffset now, CancellationToken cancel)
    {
        var number = wrong.Take(IntakeTexts.HotlineNumber.Check(row["Number"])) ?? string.Empty;
        var called = Moment(row, "CalledAt", false, wrong);
        wrong.AddIf(called > now + Ahead, new HotlineCallIsInTheFuture());
        var (contact, resolve) = (Moment(row, "ContactDue", true, wrong), Moment(row, "ResolveDue", true, wrong));
        wrong.AddIf(contact < called, new HotlineDeadlineIsBeforeTheCall("ContactDue"));
        wrong.AddIf(resolve < called, new HotlineDeadlineIsBeforeTheCall("ResolveDue"));
        var confidential = row["Confidential"] == Confidential;
        var name = confidential ? string.Empty : wrong.Take(IntakeTexts.CallerName.Check(row["CallerName"])) ?? string.Empty;
        var phone = !confidential && row["CallerPhone"] is { } typed ? wrong.Take(PhoneOf(typed)) : null;
        if (CompoundOf(row["Compound"], compounds, wrong) is not { } compound)
        {
            return null;
        }

        var tree = book.At(compound.Path);
        var building = row["Building"] is { } told ? await BuildingOf(compound.Id, told, wrong, cancel) : null;
        // What is not told is chosen when somebody accepts it.
        var category = row["Category"] is { } title ? CodeOf(title, tree) : Other;
        wrong.AddIf(category is null, new HotlineCategoryIsUnknown(Short(row["Category"])));
        var report = TicketReport.Of(row["Description"], row["Place"], category ?? Other, 0, tree);
        wrong.Take(report);
        wrong.AddIf(building is null && row["Building"] is null && row["Place"] is null, new HotlinePlaceIsMissing());
        return wrong.Any ? null : new HotlineOrder
        {
            Row = row.Number, Number = number, CalledAt = called!.Value, Compound = compound, BuildingId = building, Report = report.Value,
            CallerName = name, CallerPhone = phone?.Digits, IsConfidential = confidential, ContactDueAt = contact, ResolveDueAt = resolve,
        };
    }

    private const string Other = "other";

    private static Outcome<PhoneNumber> PhoneOf(string typed) => PhoneNumber.TryParse(typed, out var number) ? number : new CallerPhoneIsNotAMobileNumber();

    private static DateTimeOffset? Moment(ListRow row, string column, bool endOfDay, HotlineFaults wrong)
    {
        var moment = row[column] is { } text ? HotlineMoment.Read(text, endOfDay) : null;
        wrong.AddIf(moment is null && row[column] is not null, new HotlineMomentIsNotUnderstood(Short(row[column]), column));
        return moment;
    }

    private static TakePlace? CompoundOf(string? told, IReadOnlyList<TakePlace> compounds, HotlineFaults wrong)
    {
        var meant = told is null ? compounds : [.. compounds.Where(c => c.Name == told || c.Code == told)];
        wrong.AddIf(meant.Count != 1, told is null ? new HotlineCompoundIsMissing() : new HotlineCompoundIsNotClear(Short(told)));
        return meant.Count == 1 ? meant[0] : null;
    }

    // The sheet leaves 栋 and the like out; names of buildings begin with their number.
    private async Task<Guid?> BuildingOf(Guid compound, string told, HotlineFaults wrong, CancellationToken cancel)
    {
        if (!buildings.TryGetValue(compound, out var known))
        {
            buildings[compound] = known = await places.BuildingsOf(compound, cancel);
        }

        var meant = known.Where(b => b.Name == told || (b.Name.StartsWith(told, StringComparison.OrdinalIgnoreCase) && b.Name.Length > told.Length && !char.IsAsciiLetterOrDigit(b.Name[told.Length]))).ToList();
        wrong.AddIf(meant.Count != 1, new HotlineBuildingIsUnknown(Short(told)));
        return meant.Count == 1 ? meant[0].PlaceId : null;
    }

    private string? CodeOf(string title, CategoryTree tree) => tree.Usable.FirstOrDefault(c => c.Code == title || book.Title(c) == title || words[c.TitleKey] == title)?.Code;

    private static string Short(string? text) => text is null ? string.Empty : text.Length > 20 ? text[..20] + "…" : text;
}
