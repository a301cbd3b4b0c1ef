using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Look;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>Photos of a form: those just chosen are taken in at once, so that an error elsewhere in the form loses none.</summary>
internal sealed class UploadedPhotos(Attachments attachments, IStringLocalizer<TicketWords> words)
{
    /// <summary>Photos that a form takes; a program may send as many as the ticket allows.</summary>
    public const int Most = 3;

    /// <summary>Takes in what was chosen and adds it to what was kept; refusals name the file.</summary>
    public async Task<IReadOnlyList<Refusal>> TakeIn(IReadOnlyList<IFormFile> chosen, List<Guid> kept, Actor actor, CancellationToken cancel)
    {
        if (kept.Count + chosen.Count > Most)
        {
            return [new Linli.Domain.Tickets.PhotosAreTooMany(Most, kept.Count + chosen.Count)];
        }

        return await attachments.TakeIn("Photos", chosen, kept, actor, cancel);
    }

    public IReadOnlyList<PhotoItem> Items(IEnumerable<Guid> ids) =>
        [.. ids.Select((id, i) => new PhotoItem(id.ToString(), $"/files/{id}", $"{words["Ticket.Photo"]} {i + 1}"))];
}
