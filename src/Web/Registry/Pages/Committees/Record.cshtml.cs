using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Registry.Committees;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages.Committees;

/// <summary>Records one act of a body; which questions are asked follows from the act.</summary>
[Needs(Permission.ManageCommittees)]
public sealed class RecordActModel : CommitteePage
{
    public sealed class Form
    {
        public DateOnly? Day { get; set; }

        public int? Members { get; set; }

        public int? Owners { get; set; }

        public HeadFrom? Head { get; set; }

        public DateOnly? TermFrom { get; set; }

        public DateOnly? TermTo { get; set; }

        public HandoverItems? Item { get; set; }

        public string? GivenBy { get; set; }

        public string? TakenBy { get; set; }

        public string? Note { get; set; }

        public List<IFormFile> Papers { get; set; } = [];

        public List<Guid> Kept { get; set; } = [];

        public uint? Version { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public BodyKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public BodyAct Act { get; set; }

    public GovernanceView View { get; private set; } = null!;

    public string Title => NameOf(Kind, Act);

    public bool CountsWhoIsLeft => Act is BodyAct.RecordVacancy or BodyAct.CallByElection;

    public bool AsksMembers => CountsWhoIsLeft || AsksOwners
        || Act is BodyAct.RecordElection or BodyAct.RecordReelection or BodyAct.RecordExisting || (Act == BodyAct.Establish && Kind != BodyKind.InterimCommittee);

    public bool AsksOwners => Act is BodyAct.FormPreparatoryGroup or BodyAct.FormReelectionGroup || AsksHead;

    public bool AsksHead => Act == BodyAct.Establish && Kind == BodyKind.InterimCommittee;

    public bool AsksTerm => Act is BodyAct.RecordElection or BodyAct.RecordReelection or BodyAct.RecordExisting || AsksHead;

    public IReadOnlyList<PhotoItem> Kept => [.. Input.Kept.Select((id, i) => new PhotoItem(id.ToString(), $"/files/{id}", C["Paper", i + 1]))];

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        Input.Version = View.Bodies.FirstOrDefault(body => body.Kind == Kind && body.State != BodyState.Dissolved)?.Version;
        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        var refused = await Get<BodyPapers>().TakeIn(Input.Papers, Input.Kept, Actor, Cancel);
        if (refused.Count > 0 || !ModelState.IsValid)
        {
            return Refuse(refused);
        }

        return After(await Get<RecordBodyAct>().Execute(code, ToRecord(), Context(), Cancel), C["Recorded", Title], $"/registry/compounds/{code}/committee");
    }

    private BodyActInput ToRecord() => new()
    {
        Kind = Kind,
        Act = Act,
        Day = Input.Day,
        Members = Input.Members,
        Owners = Input.Owners,
        Head = Input.Head,
        TermFrom = Input.TermFrom,
        TermTo = Input.TermTo,
        Item = Input.Item,
        GivenBy = Input.GivenBy,
        TakenBy = Input.TakenBy,
        Note = Input.Note,
        Papers = Input.Kept,
        Version = Input.Version,
    };

    // An act that is no act at all has no form.
    private async Task<bool> Show(string code)
    {
        if (!Enum.IsDefined(Kind) || !Enum.IsDefined(Act) || await Get<ShowGovernance>().Execute(code, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
