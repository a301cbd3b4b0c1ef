using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

public sealed class DivisionTableTests
{
    private static readonly DivisionRow[] Yongchuan =
    [
        new(2, "50", "重庆市", 1, null),
        new(3, "5001", "重庆市（市辖区）", 2, "50"),
        new(4, "500118", "永川区", 3, "5001"),
        new(5, "500118001", "中山路街道", 4, "500118"),
        new(6, "500118001009", "棠城社区居民委员会", 5, "500118001"),
        new(7, "500118001002", "昌州路社区居民委员会", 5, "500118001"),
    ];

    [Fact]
    public void EmptyRegistryTakesEverythingParentsFirst()
    {
        var plan = DivisionTable.Plan(Yongchuan.Reverse(), []).Value;
        plan.Added.Select(added => added.Row.Code).ShouldBe(["50", "5001", "500118", "500118001", "500118001002", "500118001009"]);
        plan.Added[^1].Path.ShouldBe(new PlacePath("50/01/18/001/009/"));
    }

    [Fact]
    public void ImportingTwiceChangesNothing()
    {
        var registry = DivisionWorld.After(Yongchuan, []);
        var plan = DivisionTable.Plan(Yongchuan, registry).Value;
        plan.ChangesNothing.ShouldBeTrue();
        plan.Unchanged.Count.ShouldBe(Yongchuan.Length);
    }

    [Fact]
    public void TopOfTheTableMayStandUnderAnExistingPlace()
    {
        var registry = DivisionWorld.After(Yongchuan[..2], []);
        DivisionTable.Plan(Yongchuan[2..], registry).Value.Added.Count.ShouldBe(4);
    }

    [Fact]
    public void AnotherNameRenames()
    {
        var registry = DivisionWorld.After(Yongchuan, []);
        var plan = DivisionTable.Plan([Yongchuan[4] with { Name = " 棠城新社区居民委员会 " }], registry).Value;
        plan.Renamed.ShouldHaveSingleItem().After.Name.ShouldBe("棠城新社区居民委员会");
        plan.PathChanges.ShouldBeEmpty();
    }

    [Fact]
    public void AnotherParentMovesTheSubtree()
    {
        var registry = DivisionWorld.After([.. Yongchuan, new(8, "500119", "南川区", 3, "5001")], []);
        var plan = DivisionTable.Plan([Yongchuan[3] with { ParentCode = "500119" }], registry).Value;
        plan.Moved.ShouldHaveSingleItem().Before.Name.ShouldBe("中山路街道");
        plan.PathChanges.Count.ShouldBe(3);
        plan.PathAfter(new("50/01/18/001/009/01/24/1/")).ShouldBe(new PlacePath("50/01/19/500118001/009/01/24/1/"));
        plan.PathAfter(new("50/01/18/")).ShouldBe(new PlacePath("50/01/18/"));
    }

    [Fact]
    public void RenumberedPlaceTakesItsSubtreeAlong()
    {
        var registry = DivisionWorld.After(Yongchuan, []);
        DivisionRow[] renumbered =
        [
            new(2, "500199", "永川新区", 3, "5001", "500118"),
            new(3, "500199001", "中山路街道", 4, "500199", "500118001"),
            new(4, "500199001009", "棠城社区居民委员会", 5, "500199001", "500118001009"),
        ];
        var plan = DivisionTable.Plan(renumbered, registry).Value;
        plan.Added.ShouldBeEmpty();
        plan.Moved.Select(change => change.Before.Id).ShouldBe(registry.Where(place => place.Code is "500118" or "500118001" or "500118001009").OrderBy(place => place.Level).Select(place => place.Id));
        plan.PathAfter(new("50/01/18/001/009/01/")).ShouldBe(new PlacePath("50/01/99/001/009/01/"));
        // Not named by the table: follows under its own code.
        plan.PathAfter(new("50/01/18/001/002/01/")).ShouldBe(new PlacePath("50/01/99/001/500118001002/01/"));

        DivisionTable.Plan(renumbered, DivisionWorld.Applied(plan, registry)).Value.ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public void RenumberedPlaceThatTheRegistryNeverHadIsNew() =>
        DivisionTable.Plan([.. Yongchuan[..2], Yongchuan[2] with { PreviousCode = "500299" }], []).Value.Added.Count.ShouldBe(3);

    [Fact]
    public void ExistingPlaceMayKeepACodeThatIsNotItsParents()
    {
        DivisionRow[] moved = [.. Yongchuan, new(8, "500119", "南川区", 3, "5001")];
        var registry = DivisionWorld.After(moved, []);
        moved[3] = moved[3] with { ParentCode = "500119" };
        registry = DivisionWorld.After(moved, registry);
        DivisionTable.Plan(moved, registry).Value.ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public void LevelsMayBeSkipped() =>
        DivisionTable.Plan([Yongchuan[0], new(3, "500118", "县", 3, "50")], []).Value.Added[^1].Path.ShouldBe(new PlacePath("50/0118/"));
}
