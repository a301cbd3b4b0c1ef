namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>Days that end what another day began, by the rule of the forms.</summary>
internal static class LastDays
{
    public static DateOnly? End(string field, DateOnly? end, DateOnly begin, DateOnly today, Faults faults)
    {
        var last = faults.OptionalDay(field, end, today);
        faults.AddIf(last < begin, new EndLiesBeforeBeginning(field));
        return last;
    }
}
