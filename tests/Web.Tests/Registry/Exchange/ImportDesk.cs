using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Exchange;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Registry.Exchange;

/// <summary>A compound and a community worker who may register in it.</summary>
internal sealed record ImportDesk(TestApp App, Guid Compound, string Code, Guid Person)
{
    public const string Buildings = "楼号|楼栋名称|单元数";
    public const string Units = "楼号|单元|房号|用途|楼层|产权面积|测绘面积|合同面积|交付状态";
    public const string Owners = "楼号|单元|房号|业主类型|姓名或单位名称|手机号|身份证号|份额|取得日期|转出日期|党员";
    public const string Residents = "楼号|单元|房号|姓名|手机号|身份证号|与房屋的关系|入住日期|搬离日期|党员";
    public const string Organisations = "名称|简称|机构类型|统一社会信用代码|所在地";
    public const string Contracts = "企业名称|合同编号|开始日期|结束日期|物业费（元/月·㎡）";
    public const string Posts = "机构名称|职务|姓名|手机号|身份证号|任期开始|任期结束|产生方式|声明无利害关系";
    public const string Registrations = "楼号|单元|房号|姓名|手机号|身份证号|工作单位|特长|服务意愿|每月可服务小时|报到日期";

    /// <summary>With <paramref name="community"/>, the post covers the compound's community, where its company is seated.</summary>
    public static async Task<ImportDesk> Open(TestApp app, string name, PostKind? post = null, bool community = false)
    {
        var path = $"96/{Guid.NewGuid():N}/";
        var around = await app.World.Place($"{name}社区", PlaceKind.Community, path);
        var compound = await app.World.CompoundAt(name, $"{path}01/", around);
        var person = await app.World.Person();
        await app.World.Post(person, (post ?? PostKinds.CommunityWorker).Code, community ? around : compound);
        return new ImportDesk(app, compound, (await app.Scalar<string>("select code from registry.places where id = $1", compound))!, person);
    }

    /// <summary>Two buildings, one with two entrances; three units.</summary>
    public static TestWorkbook Small() => TestWorkbook.With("楼栋", Buildings, "1栋||2", "A3||")
        .And("房屋", Units, "1|1|101|住宅|1|96.35|||已交付", "1|2|201|住宅|2|88||90.5|已交付", "A3||5|商铺|||58.2||未售");

    public Task<Actor> Actor() => App.Actor(Person);

    public async Task<Outcome<ImportReport>> Send(byte[] content, bool preview = false, string? seen = null, Guid? requestId = null)
    {
        var actor = await Actor();
        return await App.With<ImportRegistry, Outcome<ImportReport>>(import => import.Execute(
            Code, new() { Content = content, PreviewOnly = preview, Seen = seen }, App.Context(actor, requestId), CancellationToken.None));
    }

    public async Task<ImportReport> Import(TestWorkbook workbook) => (await Send(workbook.Bytes())).Value;

    /// <summary>The faults as sheet, row, column and name.</summary>
    public async Task<string[]> Faults(TestWorkbook workbook) =>
        [.. (await Import(workbook)).Faults.Select(fault => $"{fault.Sheet} {fault.Row} {fault.Column} {fault.Refusal.Code}")];

    public Task<long> Count(string table, string where) =>
        App.Count(table, where.Replace("$units", "(select id from registry.units where compound_id = $1)", StringComparison.Ordinal), Compound);
}
