namespace Linli.Domain.Tickets.Finding;

/// <summary>A report as topics count it.</summary>
/// <param name="Week">Monday of its week.</param>
/// <param name="Reporter">Who said it.</param>
/// <param name="Category">Code of the first level.</param>
/// <param name="Text">The words; null where they are nobody's business (a dispute, a matter in mediation, a text that was de-identified).</param>
public readonly record struct SaidReport(DateOnly Week, Guid Reporter, string Category, string? Text);

/// <summary>Something that more people speak of than before.</summary>
/// <param name="IsCategory">Whether it is a category; else words.</param>
/// <param name="Label">Code of the category, or the words with a slash between them.</param>
/// <param name="Reporters">Different people in the weeks looked at.</param>
/// <param name="With">Reports that say it now; a person's reports of a week are one.</param>
/// <param name="Of">Out of how many.</param>
/// <param name="PastWith">Reports that said it before.</param>
/// <param name="PastOf">Out of how many.</param>
/// <param name="Likelihood">The log-likelihood ratio.</param>
public sealed record RisingTopic(bool IsCategory, string Label, int Reporters, int With, int Of, int PastWith, int PastOf, double Likelihood);

/// <summary>Which categories and words rise against the compound's own past.</summary>
public static class TopicRule
{
    // Two words that stand in seven of ten of the same reports are one topic.
    private const int SameTopicTenths = 7;
    private const int WordsOfATopic = 3;

    private sealed class Tally
    {
        public HashSet<(DateOnly, Guid)> Now { get; } = [];

        public HashSet<(DateOnly, Guid)> Past { get; } = [];
    }

    /// <summary>The topics, strongest first. The order of the reports does not matter.</summary>
    /// <param name="reports">The compound's reports; those outside the weeks compared are left out.</param>
    /// <param name="week">Monday of the last week that is looked at.</param>
    /// <param name="began">Monday of the first whole week in which the compound used the platform.</param>
    /// <param name="names">Names of people of the compound: no word that touches one is shown.</param>
    /// <param name="rules">The rule.</param>
    public static IReadOnlyList<RisingTopic> Find(IEnumerable<SaidReport> reports, DateOnly week, DateOnly began, IReadOnlyCollection<string> names, TopicSettings rules)
    {
        var first = week.AddDays(-7 * (rules.Weeks - 1));
        var weeks = Math.Clamp(FindingWeek.Between(began, first), 0, rules.PastWeeks);
        if (weeks < rules.FewestPastWeeks)
        {
            return [];
        }

        var (words, categories, all, said) = (new Dictionary<string, Tally>(StringComparer.Ordinal), new Dictionary<string, Tally>(StringComparer.Ordinal), new Tally(), new Tally());
        foreach (var report in reports.Where(report => report.Week >= first.AddDays(-7 * weeks) && report.Week <= week))
        {
            var isNow = report.Week >= first;
            Add(all, report, isNow);
            Add(TallyOf(categories, report.Category), report, isNow);
            if (report.Text is { } text)
            {
                Add(said, report, isNow);
                foreach (var word in TopicWords.Of(text, rules))
                {
                    Add(TallyOf(words, word), report, isNow);
                }
            }
        }

        return
        [
            .. Rising(categories, all, isCategory: true, rules.CategoryLikelihoodInHundredths, rules).Take(rules.MostAtOnce).Select(topic => topic.Topic),
            .. Merged(Rising(words, said, isCategory: false, rules.LikelihoodInHundredths, rules).Where(topic => !TopicWords.Touches(topic.Topic.Label, names))).Take(rules.MostAtOnce),
        ];
    }

    private static Tally TallyOf(Dictionary<string, Tally> tallies, string key) => tallies.TryGetValue(key, out var known) ? known : tallies[key] = new Tally();

    private static void Add(Tally tally, SaidReport report, bool isNow) => (isNow ? tally.Now : tally.Past).Add((report.Week, report.Reporter));

    private static IEnumerable<(RisingTopic Topic, Tally Tally)> Rising(Dictionary<string, Tally> tallies, Tally whole, bool isCategory, int hundredths, TopicSettings rules) =>
        from one in tallies
        let people = one.Value.Now.Select(said => said.Item2).Distinct().Count()
        where people >= rules.FewestReporters && LogLikelihood.Rises(one.Value.Now.Count, whole.Now.Count, one.Value.Past.Count, whole.Past.Count)
        let likelihood = LogLikelihood.Of(one.Value.Now.Count, whole.Now.Count, one.Value.Past.Count, whole.Past.Count)
        where likelihood * 100 >= hundredths
        orderby likelihood descending, one.Key.Length descending, one.Key
        select (new RisingTopic(isCategory, one.Key, people, one.Value.Now.Count, whole.Now.Count, one.Value.Past.Count, whole.Past.Count, likelihood), one.Value);

    // Words of the same reports are told together; the strongest gives the numbers.
    private static IEnumerable<RisingTopic> Merged(IEnumerable<(RisingTopic Topic, Tally Tally)> rising)
    {
        var topics = new List<(RisingTopic Topic, Tally Tally, List<string> Words)>();
        foreach (var (topic, tally) in rising)
        {
            var same = topics.FindIndex(known => IsSame(known.Tally, tally) || known.Words.Exists(word => Overlap(word, topic.Label)));
            if (same < 0)
            {
                topics.Add((topic, tally, [topic.Label]));
            }
            else if (topics[same].Words is { Count: < WordsOfATopic } words && !words.Exists(word => Overlap(word, topic.Label)))
            {
                words.Add(topic.Label);
            }
        }

        return topics.Select(topic => topic.Topic with { Label = string.Join('/', topic.Words) });
    }

    private static bool IsSame(Tally one, Tally other) => one.Now.Count(other.Now.Contains) * 10 >= SameTopicTenths * one.Now.Union(other.Now).Count();

    private static bool Overlap(string one, string other) => Enumerable.Range(0, one.Length - 1).Any(at => other.Contains(one.AsSpan(at, 2), StringComparison.Ordinal));
}
