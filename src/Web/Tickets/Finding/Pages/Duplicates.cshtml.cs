using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Finding.Pages;

/// <summary>疑似重复: groups that wait for the dispatcher's word, and those that stand.</summary>
[Needs(Permission.AcceptTickets)]
internal sealed class DuplicatesModel(ListGroups groups) : PageWithTexts<FindingWords>
{
    public sealed class Form
    {
        public Guid? Group { get; set; }

        public uint? Version { get; set; }

        /// <summary>The tickets chosen, by id.</summary>
        public List<Guid> Tickets { get; set; } = [];

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public bool Confirmed { get; set; }

    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    /// <summary>The group whose form of splitting is open.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Split { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public GroupList List { get; private set; } = null!;

    public string Here => Confirmed ? $"{FindingLinks.Duplicates}?confirmed=true" : FindingLinks.Duplicates;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        if (await TakeBackParkedForm(Input, nameof(Input)))
        {
            Split = Confirmed ? Input.Group : null;
        }
    }

    public Task<IActionResult> OnPostConfirmAsync([FromServices] ConfirmGroup act, CancellationToken cancel) => Do(async () =>
        After(await act.Execute(new() { Group = Input.Group ?? Guid.Empty, Version = Input.Version, Tickets = Input.Tickets }, Context(), cancel), T["Said.Confirmed"], Here), cancel);

    public Task<IActionResult> OnPostRejectAsync([FromServices] RejectGroup act, CancellationToken cancel) => Do(async () =>
        After(await act.Execute(new() { Group = Input.Group ?? Guid.Empty, Version = Input.Version }, Context(), cancel), T["Said.Rejected"], Here), cancel);

    public Task<IActionResult> OnPostSplitAsync([FromServices] SplitGroup act, CancellationToken cancel)
    {
        (Confirmed, Split) = (true, Input.Group);
        return Do(async () =>
            After(await act.Execute(new() { Group = Input.Group ?? Guid.Empty, Version = Input.Version, Tickets = Input.Tickets, Reason = Input.Reason }, Context(), cancel), T["Said.Split"], Here), cancel);
    }

    /// <summary>Whether a ticket of a group is ticked: all of a proposal until somebody chose, none where tickets are to be taken out.</summary>
    public bool IsChosen(GroupView group, GroupedTicket ticket) => Input.Group == group.Id ? Input.Tickets.Contains(ticket.Id) : !Confirmed;

    private async Task<IActionResult> Do(Func<Task<IActionResult>> act, CancellationToken cancel)
    {
        var answer = ModelState.IsValid ? await act() : Refuse([]);
        await Read(cancel);
        return answer;
    }

    private async Task Read(CancellationToken cancel) => List = await groups.Execute(Confirmed, At, ListGroups.PageSize, Actor, cancel);
}
