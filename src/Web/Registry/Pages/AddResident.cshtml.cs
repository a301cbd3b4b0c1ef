using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Queries;

namespace Linli.Web.Registry.Pages;

/// <summary>Records who lives in a unit.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddResidentModel : FormAbout<ResidencyInput>
{
    protected override string Back => $"/registry/units/{Code}";

    protected override string SaidAfter => "ResidentAdded";

    protected override async Task<string?> Read() =>
        await Get<FormChoices>().UnitLabel(Code, Actor, Cancel) is { } label ? T["AddResidentTo", label].Value : null;

    protected override Task<Outcome<Guid>> Add(ProcessContext context) => Get<RecordResidency>().Execute(Code, Input, context, Cancel);
}
