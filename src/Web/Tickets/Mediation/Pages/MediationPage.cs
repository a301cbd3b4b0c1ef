using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>What pages of mediation have in common.</summary>
public abstract class MediationPage : LinliPage
{
    internal IStringLocalizer<MediationWords> M => Get<IStringLocalizer<MediationWords>>();

    internal DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    internal MediationRules Rules => MediationRules.On(ChinaTime.DayOf(Now));

    internal SelectListItem ChooseOne => new(M["Choose"], string.Empty);

    /// <summary>Kinds of disputes to choose from.</summary>
    public IEnumerable<SelectListItem> Kinds => [ChooseOne, .. Rules.Kinds.Select(kind => new SelectListItem(M["Kind." + kind], kind))];

    /// <summary>How a state is coloured.</summary>
    public static Tone ToneOf(MediationState state) => state switch
    {
        MediationState.Applied or MediationState.AwaitingConsent => Tone.Warn,
        MediationState.Drafted or MediationState.Examining => Tone.Info,
        MediationState.InMediation => Tone.Primary,
        MediationState.FollowUp => Tone.Ok,
        _ => Tone.Plain,
    };

    /// <summary>The state, and of a closed case how it ended.</summary>
    public string StateOf(MediationState state, MediationResult? result) => result is null ? M["State." + state] : $"{M["State." + state]} · {M["Result." + result]}";

    /// <summary>A source, with 未核实 where its text was not read.</summary>
    public string SourceOf(RuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return SourceWords.Of(source.Text, source.Verification, Get<IStringLocalizer<LookTexts>>());
    }
}
