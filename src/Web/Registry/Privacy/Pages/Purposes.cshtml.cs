using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Privacy.Register;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>个人信息目的登记: every column that holds personal data, and why, for the auditor.</summary>
[Needs(Permission.ViewPurposes)]
internal sealed class PurposesModel(Purposes purposes) : LinliPage
{
    private const int PageSize = 60;

    [BindProperty(SupportsGet = true, Name = "")]
    public PurposeFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public PurposeRegister Register { get; private set; } = null!;

    public int Pages => Paging.Count(Register.Rows.Count, PageSize);

    public IEnumerable<PurposeRow> Shown => Register.Rows.Skip((Paging.At(At) - 1) * PageSize).Take(PageSize);

    public IEnumerable<string> Schemas => Register.All.Select(row => row.Schema).Distinct();

    public IEnumerable<string> PurposeCodes => Register.All.Select(row => row.Purpose).Distinct().Order(StringComparer.Ordinal);

    public async Task OnGetAsync()
    {
        Register = (await purposes.Execute(Filter, Actor, Cancel))!;
        At = Math.Clamp(At, 1, Math.Max(1, Pages));
    }
}
