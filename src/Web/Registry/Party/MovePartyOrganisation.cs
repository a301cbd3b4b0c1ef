using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>Below which organisation one is to stand, and why.</summary>
public sealed record MoveInput : ChangeInput
{
    /// <summary>The organisation above; empty: none yet.</summary>
    public Guid? ParentId { get; init; }

    public string? Basis { get; init; }
}

/// <summary>Hangs a Party organisation below another one; what stands below it comes along.</summary>
internal sealed class MovePartyOrganisation(LinliDb db, Changes changes, PartyPlacement placement)
{
    private const string Process = nameof(MovePartyOrganisation);

    public async Task<Outcome<Done>> Execute(Guid id, MoveInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var organisation = await db.PartyOrganisations(context.Actor, Permission.ManageParty).OpenOn(ChinaTime.DayOf(context.At)).FirstOrDefaultAsync(o => o.Id == id, cancel);
        if (organisation is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        // To hang in the air needs a reason; below another one it may be told.
        var basis = input.ParentId is null ? faults.Line(nameof(input.Basis), input.Basis, 200) : faults.OptionalLine(nameof(input.Basis), input.Basis, 200);
        var place = await db.Set<Place>().FirstAsync(p => p.Id == organisation.PlaceId, cancel);
        await placement.Check(organisation.Kind, place, input.ParentId, context, faults, cancel);
        if (input.ParentId is { } parent && !faults.Any)
        {
            await placement.CheckCircle(id, parent, context, faults, cancel);
        }

        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        var from = organisation.ParentId;
        organisation.ParentId = input.ParentId;
        var saved = await changes.Save(context, Process, "Organisation", id, new { from, to = input.ParentId, basis }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return Done.It;
    }
}
