using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Committees;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages.Committees;

/// <summary>A compound's committee and the bodies that stand in for it: where they stand, what is next, what happened.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class CompoundCommitteeModel : CommitteePage
{
    /// <summary>The handover list.</summary>
    public static readonly IReadOnlyList<HandoverItems> Items = [HandoverItems.Seal, HandoverItems.Documents, HandoverItems.Accounts];

    public GovernanceView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code)
    {
        if (await Get<ShowGovernance>().Execute(code, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    public Tone ToneOf(BodyView body) => body.State switch
    {
        BodyState.Active => Tone.Ok,
        BodyState.Lapsed or BodyState.ActingByResidents => Tone.Danger,
        BodyState.Expiring or BodyState.ReelectionGroup or BodyState.Handover => Tone.Warn,
        BodyState.Dissolved => Tone.Plain,
        _ => Tone.Info,
    };

    public Tone ToneOf(Verdict verdict) => verdict switch { Verdict.Yes => Tone.Ok, Verdict.No => Tone.Plain, _ => Tone.Warn };

    public IReadOnlyList<TimelineItem> HistoryOf(BodyView body) => [.. body.Acts.Select((act, i) => new TimelineItem(
        Headed(NameOf(body.Kind, act.Act), C[$"BodyState.{act.State}"]),
        i == body.Acts.Count - 1 && body.State != BodyState.Dissolved ? StepState.Now : StepState.Done,
        [new TimelineEvent(Moments.Day(act.Day), Told(act)) { At = act.At, Actor = act.ActedAs, Photos = Papers(act) }]))];

    private static string Headed(string act, string state) => act == state ? act : $"{act} · {state}";

    private string Told(BodyActView act)
    {
        var parts = new List<string?>
        {
            act.Members is { } members ? C["ActMembers", members].Value : null,
            act.TermTo is not null ? C["TermFromTo", Words.Day(act.TermFrom), Words.Day(act.TermTo)].Value : null,
            act.Item is { } item ? C["ActItem", C[$"HandoverItems.{item}"].Value, act.GivenBy ?? string.Empty, act.TakenBy ?? string.Empty].Value : null,
            act.Note,
            act.DueOn is { } due ? C["ActDue", Words.Day(due)].Value : null,
            // The rules of today stand at the foot of the page; an act tells only of others.
            act.Rules == View.RulesStamp ? null : C["ActRules", act.Rules].Value,
        };
        return string.Join(" · ", parts.OfType<string>());
    }

    private IReadOnlyList<PhotoItem> Papers(BodyActView act) =>
        [.. act.Papers.Select((id, i) => new PhotoItem(id.ToString(), $"/files/{id}", C["Paper", i + 1]))];
}
