using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Committees;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages.Committees;

/// <summary>All values of a jurisdiction with their sources, beside those of another one where somebody compares.</summary>
[Needs(Permission.None)]
public sealed class RulesModel : CommitteePage
{
    [BindProperty(SupportsGet = true)]
    public string? Left { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Right { get; set; }

    public IReadOnlyList<ProfileView> Profiles { get; private set; } = [];

    public ProfileView Shown { get; private set; } = null!;

    public ProfileView? ComparedWith { get; private set; }

    /// <summary>All matters, or those on which the two differ.</summary>
    public IReadOnlyList<(RuleView Left, RuleView? Right)> Rows { get; private set; } = [];

    public void OnGet()
    {
        Profiles = Get<ListRules>().Profiles(ChinaTime.DayOf(Get<TimeProvider>().GetUtcNow()));
        Shown = Profiles.FirstOrDefault(profile => profile.Id == Left) ?? Profiles[0];
        ComparedWith = Profiles.FirstOrDefault(profile => profile.Id == Right);
        Rows = ComparedWith is { } other
            ? [.. Shown.Rules.Zip(other.Rules, (left, right) => (left, (RuleView?)right)).Where(pair => pair.left.Value != pair.Item2!.Value || pair.left.Source != pair.Item2.Source)]
            : [.. Shown.Rules.Select(rule => (rule, (RuleView?)null))];
    }
}
