using Linli.Domain.Registry.Party;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Posts for the compound, by person, organisation, kind and first day. Who may give which is the rule of the form.</summary>
internal sealed class PostsSheet() : Sheet<PostsSheet.Row>("Posts")
{
    internal sealed record Row(string Organisation, string Kind, PersonCells Person, DateOnly FirstDay, DateOnly? LastDay, PostBeginning? BegunBy, bool Declares);

    protected override Row? Read(RowView row, Gathering gathering, Faults faults)
    {
        var organisation = faults.Line("Organisation", row["Organisation"], 100);
        gathering.OrganisationNames.Add(organisation);
        var first = faults.Day("FirstDay", row.Day("FirstDay"), gathering.Today);
        var last = faults.OptionalDay("LastDay", row.Day("LastDay"), gathering.Today);
        if (PersonCells.Read(row, gathering, faults) is not { } person)
        {
            return null;
        }

        gathering.PostHolders.Add(person.Facts);
        return new Row(organisation, row["PostKind"] ?? string.Empty, person, first, last, row.Choice<PostBeginning>("BegunBy"), row.Choice<YesNo>("Declares") == YesNo.Yes);
    }

    protected override string KeyOf(Row row, ImportPlan plan) =>
        $"{row.Organisation}/{row.Kind}/{row.Person.Key}/{row.FirstDay:O}";

    protected override string ColumnOf(string field) => field == "DeclaresNoInterest" ? "Declares" : field;

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        if (OrganisationsSheet.Find(row.Organisation, plan, faults) is not { } organisation || faults.Any)
        {
            return Effect.New;
        }

        faults.AddIf(!plan.Ground.InScope.Contains(organisation.Id), new OrganisationIsNotRegistered(row.Organisation));
        if (faults.Any || row.Person.Find(plan, organisation.Id, faults, out _) is not { } person)
        {
            return Effect.New;
        }

        var known = plan.Ground.Posts.Find(post => post.PersonId == person.Id && post.OrganisationId == organisation.Id && post.Kind == row.Kind && post.StartsOn == row.FirstDay);
        var post = new PostHeld
        {
            Id = known?.Id ?? plan.NewId("post", $"{person.Id}/{row.Kind}/{organisation.Id}/{plan.Ground.Compound.Code}"),
            PersonId = person.Id,
            OrganisationId = organisation.Id,
            PlaceId = plan.Ground.Compound.Id,
            StartsOn = row.FirstDay,
            EndsOn = row.LastDay ?? known?.EndsOn,
            EndedOn = known?.EndedOn,
            BegunBy = row.BegunBy ?? known?.BegunBy ?? PostBeginning.Appointed,
            DeclaredOn = known?.DeclaredOn ?? (row.Declares ? plan.Today : null),
        };
        if (known is not null && (known.EndsOn, known.BegunBy, known.DeclaredOn) == (post.EndsOn, post.BegunBy, post.DeclaredOn))
        {
            return Effect.Unchanged;
        }

        AppointToPost.CheckKind(post, organisation, new() { PostKind = row.Kind }, plan.Context, faults);
        AppointToPost.CheckSelf(post, plan.Context, faults);
        PostRules.Check(post, organisation, plan, faults);
        if (faults.Any)
        {
            return Effect.New;
        }

        if (known is not null)
        {
            (known.EndsOn, known.BegunBy, known.DeclaredOn) = (post.EndsOn, post.BegunBy, post.DeclaredOn);
            plan.Change(known);
            return Effect.Changed;
        }

        plan.Ground.Posts.Add(plan.Add(post));
        plan.Ground.Add(new HeldSeat(post, organisation.Id, organisation.Kind, organisation.ShortName, plan.Ground.Compound.Path));
        return Effect.New;
    }
}
