using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Tickets.Categories;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Finding;

/// <summary>What was found as workbooks, as filtered on the page; each row with the numbers behind it.</summary>
internal sealed class ExportFindings(
    ShowFindings findings, ShowThreeMany threeMany, ListGroups groups, FindingTexts texts, ListExport export, CategoryBook book, IStringLocalizer<FindingWords> words, IStringLocalizer<TicketWords> tickets)
{
    public async Task<Outcome<SpreadsheetAnswer>> Spots(ShowFindings.Input input, Actor actor, CancellationToken cancel) => (await findings.Execute(input, actor, cancel)).Then(view => export.Of<HotSpotView>(
        words["Spots.Title"], actor,
        [
            new(words["Week"], 12, _ => view.Week), new(words["Compound"], 20, row => row.CompoundName), new(words["Spot"], 28, texts.Spot),
            new(words["Reporters"], 12, row => row.Reporters), new(words["PastReporters"], 14, row => row.PastReporters), new(words["PastWeeks"], 12, row => row.PastWeeks),
            new(words["Spread"], 12, row => row.Size is { } size ? decimal.Round(size, 3) : null), new(words["Chance"], 16, row => Scientific(row.Chance)), new(words["Corrected"], 16, row => Scientific(row.Corrected)),
            new(words["Compared"], 12, row => row.Compared), new(words["RuleVersion"], 12, row => row.Rules),
        ], view.Spots));

    public async Task<Outcome<SpreadsheetAnswer>> Topics(ShowFindings.Input input, Actor actor, CancellationToken cancel) => (await findings.Execute(input, actor, cancel)).Then(view => export.Of<TopicView>(
        words["Topics.Title"], actor,
        [
            new(words["Week"], 12, row => row.Week), new(words["Compound"], 20, row => row.CompoundName), new(words["Topic"], 28, texts.Topic), new(words["Reporters"], 12, row => row.Reporters),
            new(words["Said"], 12, row => row.Said), new(words["OutOf"], 12, row => row.OutOf), new(words["PastSaid"], 12, row => row.PastSaid), new(words["PastOutOf"], 12, row => row.PastOutOf),
            new(words["Likelihood"], 14, row => decimal.Round(row.Likelihood, 2)), new(words["State"], 12, row => words["TopicState." + row.State].Value),
            new(words["Answerable"], 16, row => row.AnswerableName), new(words["Reason"], 36, row => row.Reason),
        ], view.Topics));

    public async Task<Outcome<SpreadsheetAnswer>> Years(string? place, Actor actor, CancellationToken cancel) => (await threeMany.Execute(place, actor, cancel)).Then(view => export.Of<ThreeManyYear>(
        words["ThreeMany.Title"], actor,
        [
            new(words["Place"], 20, _ => view.Place.Name), new(words["Year"], 10, row => row.Year),
            .. Enum.GetValues<ThreeMany>().Select(of => new ListColumn<ThreeManyYear>(words["ThreeMany." + of], 14, row => row.Of(of))),
            new(words["ThreeMany.Total"], 12, row => row.Total), new(words["ThreeMany.Compounds"], 14, row => row.Compounds), new(words["ThreeMany.Source"], 40, row => string.Join(words["Topic.And"], row.Sources)),
        ], view.Years));

    public SpreadsheetAnswer Groups(bool confirmed, Actor actor, CancellationToken cancel) => export.Of<(GroupView Group, GroupedTicket Ticket)>(
        words["Groups.Title"], actor,
        [
            new(words["Compound"], 20, row => row.Group.CompoundName), new(words["Groups.Lead"], 18, row => row.Group.Tickets[0].Number), new(words["Groups.Number"], 18, row => row.Ticket.Number),
            new(words["Category"], 14, row => book.TitleOf(row.Ticket.Category)), new(words["Place"], 24, row => row.Ticket.PlaceText), new(words["Groups.Matter"], 50, row => row.Ticket.Description),
            new(words["Groups.Received"], 18, row => ChinaTime.Local(row.Ticket.ReceivedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            new(words["State"], 12, row => tickets["TicketState." + row.Ticket.State].Value), new(words["Groups.Shared"], 12, row => row.Ticket.Shared / 10m),
        ], page => Page(confirmed, page, actor, cancel));

    // Pages of a list are full or the last; groups are of any size, so all of them are the one page.
    private async Task<IReadOnlyList<(GroupView Group, GroupedTicket Ticket)>> Page(bool confirmed, int page, Actor actor, CancellationToken cancel) => page > 1
        ? []
        : [.. (await groups.Execute(confirmed, 1, 500, actor, cancel)).Groups.SelectMany(group => group.Tickets.Select(ticket => (group, ticket)))];

    private static string Scientific(decimal value) => value.ToString("0.###E+0", CultureInfo.InvariantCulture);
}
