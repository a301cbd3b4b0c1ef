using Linli.Domain.Decisions;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Decisions.Pages;

/// <summary>A vote as everybody sees it, to be printed too.</summary>
[OpenToAll]
public sealed class VoteModel : VotePage
{
    public VoteView View { get; private set; } = null!;

    /// <summary>Whether the reader owns in this compound.</summary>
    public bool MayVote => Reader is { Capacity: { IsHousehold: true } own } reader && own.PlaceId == View.CompoundId && reader.May(Permission.CastBallots);

    public IReadOnlyList<TimelineItem> Steps => StepsOf(View);

    /// <summary>The line of approval among those who took part.</summary>
    public static decimal ApprovalLine(QuestionView question, long part) => question.Class == DecisionClass.Special ? Line(part, 3, 4) : Line(part, 1, 2);

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await Get<ShowVote>().Execute(id, Reader, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
