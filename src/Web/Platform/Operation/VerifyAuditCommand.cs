using System.CommandLine;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Platform.Operation;

internal static class VerifyAuditCommand
{
    public static Command Make()
    {
        var head = new Option<string?>("--head") { Description = "A head noted down earlier (position:hash); the chain must still contain it." };
        var command = new Command("verify-audit", "Recompute the audit trail's chain. Exit code 1 when it does not hold.") { head };
        command.SetAction((parsed, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            var verdict = await services.GetRequiredService<VerifyAudit>().Run(parsed.GetValue(head), stop);
            await Console.Out.WriteLineAsync($"sealed {verdict.Sealed}, waiting {verdict.Unsealed}, stray {verdict.Stray}, head {verdict.Head}");
            await Console.Out.WriteLineAsync(verdict switch
            {
                { IsWhole: true } => "The audit trail is whole.",
                { BrokenAt: { } at } => $"The audit trail is BROKEN at position {at}.",
                { LacksKnownHead: true } => "The audit trail does NOT CONTAIN the head that was noted down: its end was cut, or it is another trail.",
                _ => "The audit trail has STRAY entries: their seal or their place in the queue was removed.",
            });
            return verdict.IsWhole ? 0 : 1;
        }, cancel));
        return command;
    }
}
