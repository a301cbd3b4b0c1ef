using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.FollowUp.Pages;

/// <summary>督办: what needs me, and what is chased in my area.</summary>
[Needs(FollowUpAccess.Any)]
internal sealed class SupervisionModel(ListSupervised list, SupervisedPlaces places, TimeProvider clock, IStringLocalizer<FollowUpWords> words) : LinliPage
{
    public sealed class Query
    {
        public SupervisionTab Tab { get; set; }

        /// <summary>Code of a place.</summary>
        public string? Place { get; set; }

        public FollowUpKind? Stage { get; set; }

        public int At { get; set; } = 1;
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public Query Filter { get; set; } = new();

    public IReadOnlyList<SupervisedTicket> Rows { get; private set; } = [];

    public IReadOnlyDictionary<FollowUpKind, long> Stages { get; private set; } = new Dictionary<FollowUpKind, long>();

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public int Pages { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<SelectListItem> Kinds =>
    [
        new(words["Filter.AllStages"], string.Empty),
        .. Enum.GetValues<FollowUpKind>().Select(kind => new SelectListItem(
            Stages.TryGetValue(kind, out var count) ? $"{words["Kind." + kind]} {count}" : words["Kind." + kind].Value, kind.ToString(), kind == Filter.Stage)),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter.At = Math.Max(1, Filter.At);
        var filter = new ListSupervised.Filter { Tab = Filter.Tab, Place = Filter.Place, Stage = Filter.Stage, Page = Filter.At };
        var rows = await list.Read(filter, Actor, cancel);
        Rows = [.. rows.Take(ListSupervised.PageSize)];
        Pages = rows.Count > ListSupervised.PageSize ? Filter.At + 1 : Filter.At;
        Stages = await list.Stages(filter, Actor, cancel);
        Places =
        [
            new(words["Filter.AllPlaces"], string.Empty),
            .. (await places.Of(Actor, cancel)).Select(place => new SelectListItem(place.Name, place.Code, place.Code == Filter.Place)),
        ];
    }
}
