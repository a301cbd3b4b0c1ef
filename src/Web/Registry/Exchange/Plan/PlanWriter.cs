using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>Writes a plan into the transaction that the connection is in: for each kind of row one update and one COPY.</summary>
internal static class PlanWriter
{
    // What others refer to comes first. What ends is written before what begins: one owner has one share at a time.
    private static readonly Type[] Order =
        [typeof(Place), typeof(Organisation), typeof(Service), typeof(Unit), typeof(Person), typeof(Ownership), typeof(Residency), typeof(PostHeld)];

    public static async Task Write(ImportPlan plan, IModel model, NpgsqlConnection connection, CancellationToken cancel)
    {
        var (made, changed) = (plan.New.ToLookup(row => row.GetType()), plan.Changed.ToLookup(row => row.GetType()));
        foreach (var type in Order)
        {
            var entity = model.FindEntityType(type)!;
            if (changed.Contains(type))
            {
                await BulkWriter.Update(entity, [.. changed[type]], connection, cancel);
            }

            if (made.Contains(type))
            {
                await BulkWriter.Insert(entity, [.. made[type]], connection, cancel);
                Memory.GiveBack(made[type].Count());
            }
        }
    }
}
