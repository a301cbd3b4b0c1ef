using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;

namespace Linli.Web.Registry;

/// <summary>Changes what is known of a unit; its number and place stay. Refused when somebody changed it since it was shown.</summary>
internal sealed class ChangeUnit(LinliDb db, Changes changes)
{
    private const string Process = nameof(ChangeUnit);

    public async Task<Outcome<Done>> Execute(string code, UnitInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(code);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await db.UnitByCode(code, context.Actor, Permission.ManageRegistry, cancel) is not { Unit: var unit })
        {
            return new NotFound();
        }

        if (input.Version is { } shown && shown != unit.Version)
        {
            return new ChangedMeanwhile();
        }

        var before = new { unit.Kind, unit.Floor, unit.RegisteredArea, unit.SurveyedArea, unit.ContractArea, unit.Delivery };
        var faults = new Faults();
        UnitFacts.Apply(unit, input, faults);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Done>.Refused(faults.All);
        }

        var saved = await changes.Save(context, Process, "Unit", unit.Id, new { before }, cancel);
        return saved.Then(_ => Done.It);
    }
}
