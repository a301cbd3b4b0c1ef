using Linli.Domain.Tickets.Finding;

namespace Linli.Domain.Tests.Tickets.Finding;

public sealed class DuplicateRuleTests
{
    private static readonly DuplicateSettings Rules = FindingRules.BuiltIn[^1].Duplicates;
    private static readonly DateTimeOffset At = new(2026, 5, 4, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly HashSet<Guid> None = [];
    private static readonly HashSet<(Guid, Guid)> NoPairs = [];

    private static readonly Gen<ComparedTicket> Some =
        from id in Gen.Choose(1, int.MaxValue)
        from building in Gen.Elements<Guid?>(null, Id(1), Id(2))
        from category in Gen.Elements(("lift", "lift"), ("lift-stopped", "lift"), ("drains", "drains"))
        from text in Gen.Elements("电梯又停了，老人上不去楼", "电梯停了，按了没有反应", "下水道堵了，水往外冒", "一楼下水道往外冒水，味道很大", "别的事")
        from place in Gen.Elements("1单元电梯", "一楼", "东门")
        from hours in Gen.Choose(0, 800)
        select new ComparedTicket(Id(id), building, category.Item1, category.Item2, place, text, At.AddHours(hours));

    private static readonly Arbitrary<ComparedTicket[]> Open = Some.ArrayOf().Select(all => all.DistinctBy(one => one.Id).ToArray()).ToArbitrary();

    [Fact]
    public void TheOrderDoesNotMatter() => Prop.ForAll(Open, tickets =>
        Said(DuplicateRule.Propose(tickets, None, None, NoPairs, Rules)).SequenceEqual(Said(DuplicateRule.Propose([.. tickets.Reverse()], None, None, NoPairs, Rules)))).QuickCheckThrowOnFailure();

    [Fact]
    public void ATicketIsInOneGroupAndLikeItsLeader() => Prop.ForAll(Open, tickets =>
    {
        var byId = tickets.ToDictionary(ticket => ticket.Id);
        var groups = DuplicateRule.Propose(tickets, None, None, NoPairs, Rules);
        var all = groups.SelectMany(group => group.Members.Select(member => member.Ticket).Append(group.Lead)).ToList();
        return all.Distinct().Count() == all.Count && groups.All(group => group.Members.All(member =>
            byId[member.Ticket].ReceivedAt >= byId[group.Lead].ReceivedAt && byId[member.Ticket].Building == byId[group.Lead].Building && byId[member.Ticket].Top == byId[group.Lead].Top
            && DuplicateRule.Compare(byId[group.Lead], byId[member.Ticket], Rules)!.Value.Points >= Rules.Fewest));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatSomebodyToldApartStaysApartAndWhatIsSettledStays() => Prop.ForAll(Open, tickets =>
    {
        var first = DuplicateRule.Propose(tickets, None, None, NoPairs, Rules);
        var apart = first.SelectMany(group => group.Members.Select(member => (member.Ticket, group.Lead))).ToHashSet();
        var again = DuplicateRule.Propose(tickets, None, None, apart, Rules);
        // Confirmed groups take no ticket twice, and what is new joins the leader that stands.
        var settled = first.SelectMany(group => group.Members.Select(member => member.Ticket).Append(group.Lead)).ToHashSet();
        return again.All(group => group.Members.All(member => !apart.Contains((member.Ticket, group.Lead))))
            && DuplicateRule.Propose(tickets, first.Select(group => group.Lead).ToHashSet(), settled, NoPairs, Rules).All(group => group.Members.All(member => !settled.Contains(member.Ticket)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ALaterTicketJoinsTheGroupThatStands()
    {
        ComparedTicket[] tickets = [Lift(1, 0), Lift(2, 3), Lift(3, 5)];
        var groups = DuplicateRule.Propose(tickets, new HashSet<Guid> { Id(1) }, new HashSet<Guid> { Id(1), Id(2) }, NoPairs, Rules);
        groups.ShouldHaveSingleItem().Lead.ShouldBe(Id(1));
        groups[0].Members.Select(member => member.Ticket).ShouldBe([Id(3)]);
    }

    [Fact]
    public void AnotherBuildingAnotherMatterAndAnotherMonthAreNotTheSame()
    {
        DuplicateRule.Compare(Lift(1, 0), Lift(2, 3) with { Building = Id(9) }, Rules).ShouldBeNull();
        DuplicateRule.Compare(Lift(1, 0), Lift(2, 3) with { Top = "doors" }, Rules).ShouldBeNull();
        DuplicateRule.Compare(Lift(1, 0), Lift(2, 24 * 15), Rules).ShouldBeNull();
        DuplicateRule.Shared("电梯停了", "电梯停了").ShouldBe(1000);
        DuplicateRule.Shared("电梯停了", "路灯不亮").ShouldBe(0);
        DuplicateRule.Shared("", "").ShouldBe(0);
    }

    private static ComparedTicket Lift(int id, int hours) => new(Id(id), Id(7), "lift-stopped", "lift", "1单元电梯", "电梯停了，按了没有反应", At.AddHours(hours));

    private static IEnumerable<string> Said(IEnumerable<ProposedGroup> groups) =>
        groups.Select(group => $"{group.Lead}: {string.Join(' ', group.Members.Select(member => $"{member.Ticket} {member.Likeness}"))}");

    private static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
