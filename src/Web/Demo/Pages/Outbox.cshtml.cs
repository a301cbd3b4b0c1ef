using Linli.Web.Platform;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Demo.Pages;

/// <summary>The messages that would have gone to phones; on a demo installation anybody may read them.</summary>
[OpenToAll]
internal sealed class OutboxModel(SentMessages sent, LinliSettings settings) : LinliPage
{
    public IReadOnlyList<SentMessage> Messages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!settings.Demo)
        {
            return NotFound();
        }

        Messages = await sent.Newest(Cancel);
        return Page();
    }
}
