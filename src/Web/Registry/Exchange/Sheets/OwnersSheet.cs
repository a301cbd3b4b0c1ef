using System.Numerics;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Owners by unit and person or organisation. The shares of a unit, registered and told, are at most the whole.</summary>
internal sealed class OwnersSheet() : Sheet<OwnersSheet.Row>("Owners")
{
    private readonly List<(int Row, Ownership Share, bool Judged)> told = [];

    internal sealed record Row(UnitAddress Address, PersonCells? Person, string? Organisation, (int Numerator, int Denominator)? Share, DateOnly Since, DateOnly? Until);

    protected override Row? Read(RowView row, Gathering gathering, Faults faults)
    {
        var share = ShareText.Read(row["Share"], faults);
        var since = faults.Day("Since", row.Day("Since"), gathering.Today);
        var until = LastDays.End("Until", row.Day("Until"), since, gathering.Today, faults);
        if (row.Choice<OwnerType>("OwnerType") is not OwnerType.Organisation)
        {
            var person = PersonCells.Read(row, gathering, faults);
            return person is null ? null : new Row(row.Unit("Unit"), person, null, share, since, until);
        }

        var name = faults.Line("Name", row["Name"], 100);
        gathering.OrganisationNames.Add(name);
        return new Row(row.Unit("Unit"), null, name, share, since, until);
    }

    protected override void Unread(RowView row, Gathering gathering) => gathering.UnreadPeople.Add((row.Unit("Unit"), row["Name"] ?? string.Empty));

    protected override string KeyOf(Row row, ImportPlan plan) =>
        $"{row.Address}/{row.Organisation}{row.Person?.Key}/{(row.Until is null ? null : row.Since)}";

    protected override string ColumnOf(string field) => field switch
    {
        "ShareNumerator" => "Share",
        "OrganisationId" or "Organisation" => "Name",
        _ => field,
    };

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        var unit = UnitPlaces.Unit(row.Address, plan, faults);
        if (unit is null)
        {
            return Effect.New;
        }

        var personChanged = false;
        var person = row.Person?.Find(plan, unit.Id, faults, out personChanged);
        var organisation = row.Organisation is null ? null : OrganisationsSheet.Find(row.Organisation, plan, faults);
        if (faults.Any || (person is null && organisation is null))
        {
            return Effect.New;
        }

        if (!plan.Ground.Ownerships.TryGetValue(unit.Id, out var shares))
        {
            plan.Ground.Ownerships.Add(unit.Id, shares = []);
        }

        var owner = person?.Id ?? organisation!.Id;
        var known = shares.Find(share => share.Until is null && (share.PersonId ?? share.OrganisationId) == owner)
            ?? shares.Find(share => share.Since == row.Since && (share.PersonId ?? share.OrganisationId) == owner);
        var effect = known is null ? Add(row, unit, person, organisation, shares, plan) : Change(known, row, plan) || personChanged ? Effect.Changed : Effect.Unchanged;
        known ??= shares[^1];
        told.Add((number, known, effect != Effect.Unchanged));
        return effect;
    }

    protected override void Finish(ImportPlan plan)
    {
        var doubtful = told.Where(row => row.Judged && !FitAtOnce(plan.Ground.Ownerships[row.Share.UnitId])).Select(row => row.Share.UnitId).ToHashSet();
        foreach (var rows in told.Where(row => doubtful.Contains(row.Share.UnitId)).GroupBy(row => row.Share.UnitId))
        {
            var taken = plan.Ground.Ownerships[rows.Key].Where(share => rows.All(row => row.Share != share)).ToList();
            foreach (var (number, share, judged) in rows)
            {
                if (judged && LeftFor(share, taken) is { } left)
                {
                    var faults = new Faults();
                    faults.Add(new SharesExceedTheWhole(Shares.Text(left)));
                    plan.Gathered.Faults.AddRange(Tell(number, faults));
                }

                taken.Add(share);
            }
        }

        told.Clear();
        told.TrimExcess();
    }

    // Shares of one denominator that are at most the whole all together are so on every day: nothing is left to judge.
    private static bool FitAtOnce(List<Ownership> shares)
    {
        var sum = 0L;
        foreach (var share in shares)
        {
            sum += share.ShareDenominator == shares[0].ShareDenominator ? share.ShareNumerator : int.MaxValue;
        }

        return sum <= shares[0].ShareDenominator;
    }

    // What the others leave on the first day on which it is too little; null when it never is. It can only be on a day on which somebody begins.
    private static (BigInteger Numerator, BigInteger Denominator)? LeftFor(Ownership share, List<Ownership> others) =>
        others.Select(other => other.Since).Append(share.Since).Where(day => day >= share.Since && Terms.NotOver(share.Until, day)).Distinct()
            .Select(day => Shares.Left(others.Where(other => other.Since <= day && Terms.NotOver(other.Until, day)).Select(Fraction)))
            .Where(left => Shares.Exceeds(Fraction(share), left)).Select(left => ((BigInteger, BigInteger)?)left).FirstOrDefault();

    private static (int Numerator, int Denominator) Fraction(Ownership share) => (share.ShareNumerator, share.ShareDenominator);

    private static Effect Add(Row row, Unit unit, Person? person, Organisation? organisation, List<Ownership> shares, ImportPlan plan)
    {
        var (numerator, denominator) = row.Share ?? (1, 1);
        shares.Add(plan.Add(new Ownership
        {
            Id = plan.NewId("ownership", $"{unit.Code}/{person?.Id ?? organisation!.Id}"),
            UnitId = unit.Id,
            PersonId = person?.Id,
            OrganisationId = organisation?.Id,
            ShareNumerator = numerator,
            ShareDenominator = denominator,
            Since = row.Since,
            Until = row.Until,
        }));
        return Effect.New;
    }

    private static bool Change(Ownership share, Row row, ImportPlan plan)
    {
        var (numerator, denominator) = row.Share ?? Fraction(share);
        var same = (long)share.ShareNumerator * denominator == (long)share.ShareDenominator * numerator
            && share.Since == row.Since && (row.Until is null || share.Until == row.Until);
        if (same || (share.Until is not null && row.Until is null))
        {
            // What has ended is not brought back by an old file.
            return false;
        }

        (share.ShareNumerator, share.ShareDenominator, share.Since, share.Until) = (numerator, denominator, row.Since, row.Until);
        plan.Change(share);
        return true;
    }
}
