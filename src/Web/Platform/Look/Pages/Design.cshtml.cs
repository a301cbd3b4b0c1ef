using Linli.Web.Platform.Look.Helpers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Platform.Look.Pages;

/// <summary>Every component in every state, with copy as it would be in use.</summary>
public sealed class DesignModel : PageModel
{
    public Answers Empty { get; private set; } = new();

    public Answers Filled { get; private set; } = new()
    {
        Place = "负一层 B 区 12 号车位旁",
        Text = "B 区东侧整排顶灯不亮，晚上看不清车位线。",
        Category = "power",
        Contact = "phone",
        Topics = ["vote"],
        Building = "7",
        Agreed = true,
    };

    public Answers Faulty { get; private set; } = new() { Category = "power", Phone = "1380000" };

    public IReadOnlyList<PickOption> Categories { get; } =
    [
        new("power", "水电照明", "bulb"), new("lift", "电梯", "elevator"), new("clean", "卫生保洁", "trash"),
        new("parking", "停车车库", "parking"), new("noise", "噪音扰民", "volume"), new("other", "其他", "dots"),
    ];

    public IReadOnlyList<PickOption> Contacts { get; } = [new("phone", "电话"), new("wechat", "微信"), new("none", "不用联系")];

    public IReadOnlyList<PickOption> Ballot { get; } = [new("yes", "同意"), new("no", "不同意"), new("abstain", "弃权", Note: "计入参与人数，不计入同意")];

    public IReadOnlyList<PickOption> Scale { get; } =
        [new("5", "很满意"), new("4", "满意"), new("3", "一般"), new("2", "不满意"), new("1", "很不满")];

    public IReadOnlyList<PickOption> Topics { get; } = [new("vote", "表决", "checkbox"), new("fee", "收费", "cash"), new("notice", "停水停电", "droplet")];

    public IReadOnlyList<SelectListItem> Buildings { get; } =
        [new("请选择楼栋", ""), new("3栋", "3"), new("7栋", "7"), new("24栋", "24")];

    public IReadOnlyList<PhotoItem> Photos { get; } =
        [new("a1", "/img/sample-photo.svg", "照片 1：车库顶灯"), new("a2", "/img/sample-photo.svg", "照片 2：车库顶灯")];

    /// <summary>A year without data, one with a nought.</summary>
    public IReadOnlyList<ChartGroup> Years => [new("2024", [null, null, null]), new("2025", [28, 9, 2]), new("2026*", [19, 0, 2])];

    public IReadOnlyList<TimelineItem> Steps =>
    [
        new("需求收集", StepState.Done,
        [
            new("11月18日 15:02", "您提交了问题，附照片 2 张") { Photos = Photos },
            new("11月18日 15:10", "网格员核实位置：24栋1单元客梯"),
        ]),
        new("响应处理", StepState.Done, [new("11月19日 16:40", "更换导靴、调整导轨，试运行正常")]),
        new("跟踪督促", StepState.Now,
            [new("11月19日 17:05", "到场查看，已恢复") { Actor = "小区党支部", ActorTone = Tone.Party }]),
        new("评估评价", StepState.ToDo, [new("11月26日 17:05 前", "请您评价。未评价的，按“未评”如实统计")]),
    ];

    public void OnGet()
    {
        ViewData["HasErrors"] = false;
        ModelState.AddModelError("Faulty.Place", "请填写具体位置，例如“负一层 B 区 12 号车位旁”");
        ModelState.AddModelError("Faulty.Text", "请用一句话说明问题");
        ModelState.AddModelError("Faulty.Phone", "手机号是 11 位数字，还差 4 位");
        ModelState.AddModelError("Faulty.Contact", "请选择怎样联系您");
        ModelState.AddModelError("Faulty.Agreed", "请先阅读并勾选");
    }

    /// <summary>The answers that the specimens are bound to.</summary>
    public sealed class Answers
    {
        public string? Place { get; set; }
        public string? Text { get; set; }
        public string? Category { get; set; }
        public string? Ballot { get; set; }
        public string? Score { get; set; }
        public string? Phone { get; set; }
        public string? Contact { get; set; }
        public string? Password { get; set; }
        public string? Code { get; set; }
        public string? Building { get; set; }
        public DateOnly? Day { get; set; }
        public IReadOnlyList<string> Topics { get; set; } = [];
        public bool Agreed { get; set; }
    }
}
