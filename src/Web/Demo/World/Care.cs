using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Demo.Builder;
using Linli.Web.Grid.Store;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>Building 24 of 康桥: some let their captain see the number, one of them by a word before a witness; two households signed for care, one has changed her mind.</summary>
internal static class Care
{
    private const string As = "棠城社区居委会 · 社区工作者";

    public static void Build(WorldBuilder world, DemoRoles roles, CompoundBuilder compound)
    {
        var homes = compound.Buildings[23].Units.Where(u => u.Residents.Count > 0).ToArray();
        foreach (var home in homes.Where((_, i) => i % 3 == 0))
        {
            Say(world, home.Residents[0].Id, ConsentPurposes.PhoneToVolunteers, true, world.Now.AddDays(-90));
        }

        var worker = roles.Of(DemoRole.CommunityWorker);
        Write(world, homes[1].Residents[0].Id, ConsentPurposes.PhoneToVolunteers, ConsentWay.Oral, roles.Of(DemoRole.BuildingCaptain), "康桥物业功能型党支部 · 楼栋长", "王见证", 20);
        foreach (var (home, need, note) in new[] { (homes[4], CareNeed.LivesAlone, "有事先给女儿打电话"), (homes[9], CareNeed.HardToWalk, "电梯停运时请先联系") })
        {
            var person = home.Residents[0].Id;
            Write(world, person, ConsentPurposes.HardshipMark, ConsentWay.Paper, worker, As, null, 60);
            world.Rows.Add(new CareMark
            {
                Id = world.Id("care-mark", home.Row.Code), UnitId = home.Row.Id, PersonId = person, Need = need, Note = note, SetBy = worker, SetAs = As, SetAt = world.Now.AddDays(-59),
            });
        }

        // Her mark went with the withdrawal.
        Write(world, homes[14].Residents[0].Id, ConsentPurposes.HardshipMark, ConsentWay.Paper, worker, As, null, 50);
        Say(world, homes[14].Residents[0].Id, ConsentPurposes.HardshipMark, false, world.Now.AddDays(-8));
    }

    private static void Say(WorldBuilder world, Guid person, string purpose, bool given, DateTimeOffset at) => world.Rows.Add(new Consent
    {
        Id = world.Id("care-consent", $"{person}/{purpose}/{given}"), PersonId = person, Purpose = purpose, Version = ConsentPurposes.Find(purpose)!.Version, Given = given, At = at,
    });

    private static void Write(WorldBuilder world, Guid person, string purpose, ConsentWay way, Guid by, string @as, string? witness, int daysAgo) => world.Rows.Add(new Consent
    {
        Id = world.Id("care-word", $"{person}/{purpose}"), PersonId = person, Purpose = purpose, Version = ConsentPurposes.Find(purpose)!.Version, Given = true, At = world.Now.AddDays(-daysAgo),
        Way = way, RecordedBy = by, RecordedAs = @as, SaidOn = ChinaTime.DayOf(world.Now.AddDays(-daysAgo)), Witness = witness,
    });
}
