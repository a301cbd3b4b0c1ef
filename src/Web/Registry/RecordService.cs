using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Which organisation serves a compound from which day on.</summary>
public sealed record ServiceInput : ChangeInput
{
    public Guid? OrganisationId { get; init; }

    public DateOnly? Since { get; init; }
}

/// <summary>Records that an organisation serves a compound; contracts come with requirement D1.</summary>
internal sealed class RecordService(LinliDb db, Changes changes)
{
    private const string Process = nameof(RecordService);

    public async Task<Outcome<Guid>> Execute(string compoundCode, ServiceInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var compound = await db.PlaceByCode(compoundCode, context.Actor, Permission.ManageRegistry, cancel);
        if (compound is not { Kind: PlaceKind.Compound })
        {
            return new NotFound();
        }

        var faults = new Faults();
        var since = faults.Day(nameof(input.Since), input.Since, ChinaTime.DayOf(context.At));
        // Companies are public: any that the registry knows may serve here.
        var known = input.OrganisationId is { } id && await db.Set<Organisation>().OpenOn(since).AnyAsync(o => o.Id == id, cancel);
        faults.AddIf(!known, new OrganisationIsNotKnown());
        faults.AddIf(
            await db.Set<Service>().AnyAsync(s => s.CompoundId == compound.Id && s.OrganisationId == input.OrganisationId && Terms.NotOver(s.EndsOn, since), cancel),
            new ServesThisCompoundAlready());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new Service { Id = context.RequestId, CompoundId = compound.Id, OrganisationId = input.OrganisationId!.Value, StartsOn = since });
        var saved = await changes.Save(context, Process, "Service", context.RequestId, new { compound.Code, input.OrganisationId }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
