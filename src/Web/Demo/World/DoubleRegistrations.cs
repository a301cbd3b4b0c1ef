using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Grid.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>双报到 in 棠城社区 and 康桥生活公园: units that reported, positions, members who registered, took positions and served. All made up.</summary>
internal sealed class DoubleRegistrations(WorldBuilder world, CompoundBuilder compound)
{
    private static readonly string[] Units = ["永川示例中学", "永川示例医院", "中山路示例税务所", "永川示例公交公司"];
    private static readonly string[] Done = ["向住户讲解垃圾分类办法", "协助调解楼上漏水纠纷", "周末消防通道巡查", "陪同老人就医取药", "整理单元门口杂物", "张贴停水通知并逐户告知"];

    private readonly Dice dice = new("double-registration");

    public void Build()
    {
        var community = compound.Place.ParentId!.Value;
        var committee = world.Rows.Of<Organisation>().Single(o => o.PlaceId == community && o.Kind == OrganisationKind.ResidentsCommittee);
        var branch = world.Rows.Of<Organisation>().Single(o => o.PlaceId == compound.Place.Id && o.Kind == OrganisationKind.FunctionalBranch);
        var secretary = world.Rows.Of<PostHeld>().Single(p => p.OrganisationId == branch.Id && p.Kind == PostKinds.BranchSecretary.Code).PersonId;
        var reports = Units[..3].Select((name, i) => world.Rows.Add(new UnitReport
        {
            Id = world.Id("unit-report", name), CommunityId = community, Name = name, Contact = "办公室", Members = 6 + (i * 5), ReportedOn = world.Today.AddMonths(-13),
        })).ToArray();
        Position[] positions =
        [
            Position("政策宣传", "社区党群服务中心", "表达", 6, community, committee), Position("矛盾调解", "小区议事亭", "法律、沟通", 4, compound.Place.Id, branch),
            Position("环境巡查", "小区公共区域", null, 8, compound.Place.Id, branch), Position("应急值守", "小区大门", "急救", 4, compound.Place.Id, branch),
        ];
        foreach (var (row, i) in compound.Registrations.Select((row, i) => (row, i)))
        {
            Register(row, i, reports, positions.Single(position => position.Title == row.Facts.Services), secretary == row.PersonId ? null : secretary);
        }
    }

    private Position Position(string title, string where, string? skills, int capacity, Guid place, Organisation keeper) => world.Rows.Add(new Position
    {
        Id = world.Id("position", title), PlaceId = place, OrganisationId = keeper.Id, Title = title, PlaceText = where, Skills = skills, Capacity = capacity, OpenedOn = world.Today.AddMonths(-12),
    });

    private void Register(RegistrationRow row, int number, UnitReport[] reports, Position position, Guid? confirmer)
    {
        var registration = world.Rows.Add(new DoubleRegistration
        {
            Id = world.Id("double-registration", $"{row.PersonId}"), PersonId = row.PersonId, CompoundId = compound.Place.Id, WorkUnit = row.Facts.WorkUnit,
            UnitReportId = reports.FirstOrDefault(r => r.Name == row.Facts.WorkUnit)?.Id, Skills = row.Facts.Skills, Services = row.Facts.Services,
            HoursAMonth = row.Facts.HoursAMonth, RegisteredOn = row.RegisteredOn, RegisteredBy = row.PersonId,
        });
        if (number >= 16)
        {
            return;
        }

        world.Rows.Add(new PositionClaim
        {
            Id = world.Id("claim", $"{row.PersonId}"), PositionId = position.Id, RegistrationId = registration.Id, ClaimedOn = world.Today.AddMonths(-10),
        });
        var served = new List<ServiceRecord>();
        for (var month = 9; month >= 1 && number < 12; month--)
        {
            served.Add(Serve(registration, position, month, confirmer));
        }

        if (number == 0 && confirmer is { } issuer)
        {
            Thank(registration, [.. served.Where(record => record.State == ServiceState.Confirmed)], issuer);
        }
    }

    private void Thank(DoubleRegistration registration, IReadOnlyList<ServiceRecord> served, Guid issuer) => world.Rows.Add(new FeedbackLetter
    {
        Id = world.Id("letter", $"{registration.Id}"), RegistrationId = registration.Id, FromDay = registration.RegisteredOn, ToDay = world.Today.AddMonths(-1),
        Services = served.Count, Minutes = served.Sum(record => record.Minutes), IssuedAs = "棠城社区居委会 · 社区工作者", IssuedBy = issuer, IssuedAt = world.Now.AddDays(-3),
    });

    // The newest ones wait for somebody's word.
    private ServiceRecord Serve(DoubleRegistration registration, Position position, int monthsAgo, Guid? confirmer)
    {
        var starts = ChinaTime.At(world.Today.AddMonths(-monthsAgo).AddDays(dice.Below(25)), new TimeOnly(9 + dice.Below(9), dice.Pick([0, 15, 30]))).ToUniversalTime();
        var minutes = dice.Pick([45, 60, 90, 95, 120]);
        var decided = monthsAgo > 1 && confirmer is not null;
        return world.Rows.Add(new ServiceRecord
        {
            Id = world.Id("service", $"{registration.Id}/{monthsAgo}"), RegistrationId = registration.Id, PersonId = registration.PersonId, PositionId = position.Id,
            StartsAt = starts, EndsAt = starts.AddMinutes(minutes), Minutes = minutes, What = dice.Pick(Done), State = decided ? ServiceState.Confirmed : ServiceState.Recorded,
            RecordedBy = registration.PersonId, RecordedAt = starts.AddMinutes(minutes + 30), DecidedBy = decided ? confirmer : null, DecidedAt = decided ? starts.AddDays(1) : null,
        });
    }
}
