using System.Globalization;
using System.Resources;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Documents;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>人民调解协议书 as a Word document for a party or a mediator of the case, in Chinese as records are (人民调解法 第二十九条).</summary>
internal sealed class AgreementDocument(LinliDb db, MediationDesk desk, CaseReader reader, MediationSeal seal)
{
    private static readonly ResourceManager Words = new(typeof(MediationWords));

    /// <summary>A written agreement, also before it is signed: it is the paper to sign. Null where there is none for the actor.</summary>
    public async Task<WordAnswer?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var file = await desk.Open(id, actor, cancel);
        db.ChangeTracker.Clear();
        if (file is null || (MediationAccess.RolesOf(actor, file) & (MediationRoles.Party | MediationRoles.Mediator)) == MediationRoles.None
            || await reader.Agreement(file, actor, cancel) is not { Form: AgreementForm.Written } agreement)
        {
            return null;
        }

        var committee = await Committee(file, actor, cancel);
        var mediators = await reader.Mediators(file, actor, cancel);
        using var paper = new WordDocument(Say("Paper.Title"));
        paper.Centered(Say("Paper.Number", file.Case.Number)).Heading(Say("Paper.Parties"));
        paper.Facts(file.Parties.Select(party => (Say("PartySide." + party.Side), seal.Open(party.Name))));
        paper.Heading(Say("Paper.Matter")).Paragraph(seal.Open(file.Case.Summary) ?? string.Empty);
        paper.Heading(Say("Paper.Agreed")).Paragraph(Say("Paper.Voluntary", committee));
        if (agreement.Terms is { } terms)
        {
            paper.Paragraph(terms);
        }

        paper.Table(
            [Say("Paper.At"), Say("Paper.Who"), Say("Paper.What"), Say("Paper.Until")],
            agreement.Commitments.Select((c, at) => (IReadOnlyList<string>)[(at + 1).ToString(CultureInfo.InvariantCulture), c.PartyName, c.Text, Day(c.DueOn)]),
            [2, 3, 7, 4]);
        paper.Heading(Say("Paper.Effect")).Paragraph(Say("Paper.EffectText"));
        paper.Paragraph(Say("Paper.Copies", file.Parties.Count + 1, file.Parties.Count, committee));
        paper.Signatures(
        [
            .. file.Parties.Select(party => (Say("Paper.PartySigns", seal.Open(party.Name)), DayOrBlank(party.SignedAt))),
            .. mediators.Select(mediator => (Say("Paper.MediatorSigns", mediator.Name), DayOrBlank(mediator.SignedAt))),
            (Say("Paper.Seal", committee), DayOrBlank(agreement.ConcludedAt)),
        ]);
        paper.Small(agreement.ConcludedAt is { } since ? Say("Paper.InForce", Day(ChinaTime.DayOf(since))) : Say("Paper.NotYet"));
        return new WordAnswer(Say("Paper.File", file.Case.Number), paper.ToBytes());
    }

    // The committee that its mediators belong to.
    private async Task<string> Committee(CaseFile file, Actor actor, CancellationToken cancel)
    {
        var people = file.Mediators.Where(mediator => mediator.Until is null).Select(mediator => mediator.PersonId).Append(actor.PersonId).ToArray();
        return await db.Database.SqlQuery<string>(
            $"""
            select o.name as "Value" from registry.posts h join registry.organisations o on o.id = h.organisation_id join registry.places p on p.id = h.place_id
             where h.person_id = any({people}) and h.kind = any({MediationAccess.MediatorKinds}) and left({file.Compound.Value}, length(p.path)) = p.path
             order by h.starts_on desc limit 1
            """).FirstOrDefaultAsync(cancel) ?? Say("Paper.Committee");
    }

    private static string Day(DateOnly day) => day.ToString(Say("Paper.Day"), CultureInfo.InvariantCulture);

    private static string DayOrBlank(DateTimeOffset? at) => at is { } moment ? Day(ChinaTime.DayOf(moment)) : Say("Paper.BlankDay");

    private static string Say(string key, params object[] values)
    {
        var text = Words.GetString(key, TextModule.Chinese) ?? key;
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
