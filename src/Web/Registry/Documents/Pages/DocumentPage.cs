using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Pages;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>What pages about governing documents have in common.</summary>
public abstract class DocumentPage : RegistryPage
{
    internal IStringLocalizer<DocumentsTexts> D => Get<IStringLocalizer<DocumentsTexts>>();

    /// <summary>Who reads; null when nobody is signed in.</summary>
    internal Actor? Reader => Get<CurrentActor>().Actor;

    /// <summary>The name of the kind.</summary>
    public string NameOf(DocumentKind kind) => D[$"DocumentKind.{kind}"];

    /// <summary>How a state is coloured.</summary>
    public static Tone ToneOf(DocumentState state) => state switch
    {
        DocumentState.InForce => Tone.Ok,
        DocumentState.PublishedForComment => Tone.Warn,
        DocumentState.Adopted => Tone.Info,
        _ => Tone.Plain,
    };

    /// <summary>第 2 版 with what is to be known of it.</summary>
    public string NoteOf(VersionLine version) => version switch
    {
        { State: DocumentState.PublishedForComment, CommentUntil: { } until } => D["CommentUntilNote", Moments.Day(until)],
        { State: DocumentState.Adopted, EffectiveOn: { } from } => D["EffectiveFromNote", Moments.Day(from)],
        { State: DocumentState.InForce, EffectiveOn: { } since } => D["EffectiveSinceNote", Moments.Day(since)],
        { State: DocumentState.Superseded or DocumentState.Repealed, EffectiveOn: { } from, EndedOn: { } to } => D["EffectiveUntilNote", Moments.Day(from), Moments.Day(to)],
        { EndedOn: { } ended } => D["EndedNote", Moments.Day(ended)],
        _ => D["NotPublicNote"],
    };

    /// <summary>A source, with 未核实 where it was not verified.</summary>
    public string SourceNote(string source, Verification verification) =>
        SourceWords.Of(source, verification, Get<IStringLocalizer<LookTexts>>());

    /// <summary>2/3 with its words.</summary>
    public string ShareOf(ShareValue share) => D[share.Strict ? "MoreThan" : "AtLeast", share.Numerator, share.Denominator];

    /// <summary>What a body's decision needs, with its source.</summary>
    public string RuleOf(AdoptionView rule) => rule is { Participation: { } part, Approval: { } approval }
        ? D["RuleText", D[rule.ByArea ? "ByBoth" : "ByHeads"].Value, ShareOf(part), D[rule.ApprovalOfAll ? "OfAll" : "OfPart"].Value, ShareOf(approval), SourceNote(rule.Source, rule.Verification)]
        : SourceNote(rule.Source, rule.Verification);
}
