using System.Reflection;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Npgsql;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>
/// No command and no query forgets to ask where its actor may act. Followed through the module's own methods, into async
/// bodies and lambdas, but not into Platform: writing down who acted is not asking whether he may.
/// </summary>
public class ScopeTests
{
    /// <summary>Acts and queries about what is the person's own; these ask for the person instead, or hand the actor on to Platform, which does.</summary>
    private static readonly string[] OwnThings =
    [
        "Linli.Web.Platform.SignIn.ChangePassword.Execute",
        "Linli.Web.Tickets.Pages.UploadedPhotos.TakeIn",
        "Linli.Web.Registry.Alliances.WorkPhotos.TakeIn",
        "Linli.Web.Registry.Queries.LooksAtMe.Execute",
        "Linli.Web.Registry.Privacy.MyData.ShowMyData.Execute",
        "Linli.Web.Registry.Privacy.MyData.ExportMyData.Execute",
        "Linli.Web.Registry.Privacy.MyData.ChangeOwnPhone.SendCode",
        "Linli.Web.Registry.Privacy.MyData.ChangeOwnPhone.Execute",
        "Linli.Web.Registry.Privacy.Requests.AskForCorrection.Execute",
        "Linli.Web.Registry.Privacy.Requests.AskForDeletion.Execute",
        "Linli.Web.Registry.Privacy.Requests.WithdrawRequest.Execute",
        "Linli.Web.Registry.Privacy.Requests.MyRequests.Execute",
        "Linli.Web.Registry.Privacy.Requests.MyRequests.Find",
        "Linli.Web.Registry.Privacy.Consents.SayConsent.Execute",
        "Linli.Web.Registry.Privacy.Consents.MyConsents.Execute",
        "Linli.Web.Registry.Privacy.Consents.MyConsents.Log",
        "Linli.Web.Registry.Privacy.Consents.ReadNotice.Execute",
        "Linli.Web.Registry.Privacy.Consents.ShowNotice.Execute",
    ];

    /// <summary>Reads that are the same for everybody who may open the route.</summary>
    private static readonly string[] SameForAll = ["Linli.Web.Registry.Privacy.Register.TablePurposes.Of", "Linli.Web.Tickets.FollowUp.ListedTickets.Of", "Linli.Web.Tickets.Intake.Sheets.ReadSheet.Execute"];

    [Fact]
    public void Every_use_case_asks_the_scope() => Violations.ShouldBeNone(
        UseCases().ToList(), method => Asks(method) ? [] : [NameOf(method)], atLeast: 5);

    [Fact]
    public void Every_query_of_an_actor_asks_the_scope() => Violations.ShouldBeNone(
        Queries().ToList(), method => Asks(method) ? [] : [NameOf(method)], atLeast: 2);

    [Fact]
    public void What_reads_or_writes_the_database_takes_an_actor() => Violations.ShouldBeNone(
        DatabaseMethods().ToList(),
        method => TakesActor(method) || SameForAll.Contains(NameOf(method)) ? [] : [NameOf(method)],
        atLeast: 5);

    private static IEnumerable<MethodInfo> Methods() => House.TypesOf(House.Web)
        .Where(t => t.IsClass && House.ModuleOf(t) is not (null or "Demo") && !House.IsRazorPage(t))
        .SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(m => !m.IsPrivate && !m.IsSpecialName && !m.Name.Contains('<', StringComparison.Ordinal) && m.GetMethodBody() is not null);

    private static IEnumerable<MethodInfo> UseCases() =>
        Methods().Where(m => m.Name == "Execute" && m.GetParameters().Any(p => p.ParameterType == typeof(ProcessContext)));

    private static IEnumerable<MethodInfo> Queries() => Methods().Where(m =>
        House.ModuleOf(m.DeclaringType!) != "Platform" && IsAsync(m) && m.GetParameters().Any(p => p.ParameterType == typeof(Actor)));

    // Jobs act for the system; what a contract offers is asked by a use case that has an actor.
    private static IEnumerable<MethodInfo> DatabaseMethods() => Methods().Where(m =>
        House.ModuleOf(m.DeclaringType!) != "Platform"
        && !m.IsStatic && IsAsync(m)
        && !typeof(IScheduledJob).IsAssignableFrom(m.DeclaringType)
        && !ImplementsContract(m)
        && m.DeclaringType!.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(LinliDb) || p.ParameterType == typeof(NpgsqlDataSource))));

    private static bool ImplementsContract(MethodInfo method) => method.DeclaringType!.GetInterfaces()
        .Any(i => i.Assembly == House.Web && method.DeclaringType.GetInterfaceMap(i).TargetMethods.Contains(method));

    private static bool TakesActor(MethodInfo method) =>
        method.GetParameters().Any(p => p.ParameterType == typeof(Actor) || p.ParameterType == typeof(ProcessContext) || p.ParameterType == typeof(Scope));

    private static bool IsAsync(MethodInfo method) =>
        typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
        || method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal);

    private static bool Asks(MethodInfo method)
    {
        var mentioned = Mentioned(method, []);
        return mentioned.Any(m => m.DeclaringType == typeof(Scope))
            || (OwnThings.Contains(NameOf(method)) && mentioned.Any(AsksForThePerson));
    }

    private static bool AsksForThePerson(MemberInfo member) =>
        (member.Name == "get_PersonId" && member.DeclaringType == typeof(Actor))
        || (member is MethodInfo method && House.ModuleOf(method.DeclaringType!) == "Platform" && method.GetParameters().Any(p => p.ParameterType == typeof(Actor)));

    private static HashSet<MemberInfo> Mentioned(MethodBase method, HashSet<MethodBase> seen)
    {
        var found = new HashSet<MemberInfo>();
        if (!seen.Add(method))
        {
            return found;
        }

        foreach (var member in TypeReferences.BodiesOf(method).SelectMany(TypeReferences.In))
        {
            found.Add(member);
            if (member is MethodBase { DeclaringType: { } owner } called && owner.Assembly == House.Web && House.ModuleOf(owner) != "Platform")
            {
                found.UnionWith(Targets(called).SelectMany(target => Mentioned(target, seen)));
            }
        }

        return found;
    }

    // An interface's method stands for every implementation in the house.
    private static IEnumerable<MethodBase> Targets(MethodBase called) => called.DeclaringType is not { IsInterface: true } contract
        ? [called]
        : House.Web.GetTypes().Where(t => t.IsClass && !t.IsAbstract && contract.IsAssignableFrom(t))
            .Select(t => t.GetInterfaceMap(contract)).SelectMany(map => map.TargetMethods.Where((_, i) => map.InterfaceMethods[i] == called));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
