using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Privacy.Register;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>The retention rules and what they have done.</summary>
[Needs(Permission.ViewPurposes)]
internal sealed class RetentionModel(RetentionLog log) : LinliPage
{
    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public RetentionLogView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = (await log.Execute(At, Actor, Cancel))!;
}
