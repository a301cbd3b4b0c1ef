using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Which organisation serves a compound no longer, and its last day there.</summary>
public sealed record EndServiceInput : LastDayInput
{
    public Guid? OrganisationId { get; init; }
}

/// <summary>Ends an organisation's service in a compound; the record stays.</summary>
internal sealed class EndService(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndService);

    public async Task<Outcome<Done>> Execute(string compoundCode, EndServiceInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On($"{compoundCode}/{input.OrganisationId}");
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await db.PlaceByCode(compoundCode, context.Actor, Permission.ManageRegistry, cancel) is not { Kind: PlaceKind.Compound } compound)
        {
            return new NotFound();
        }

        var today = ChinaTime.DayOf(context.At);
        var service = await db.Set<Service>().OrderByDescending(s => s.StartsOn).FirstOrDefaultAsync(
            s => s.CompoundId == compound.Id && s.OrganisationId == input.OrganisationId && Terms.NotOver(s.EndsOn, today), cancel);
        if (service is null)
        {
            return new OrganisationIsNotKnown();
        }

        var faults = new Faults();
        var last = faults.LastDay(input, service.StartsOn, service.EndsOn, today);
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        service.EndsOn = last;
        var saved = await changes.Save(context, Process, "Service", service.Id, new { compound.Code, service.OrganisationId, last }, cancel);
        return saved.Then(_ => Done.It);
    }
}
