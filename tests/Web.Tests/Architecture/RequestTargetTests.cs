using System.Reflection;
using Linli.Web.Platform.Changes;
using Xunit;

namespace Linli.Web.Tests.Architecture;

/// <summary>
/// Whoever asks whether a request has been handled before says first what it is about (<see cref="ProcessContext.On"/>), or a used
/// request id would count for another subject.
/// </summary>
public class RequestTargetTests
{
    /// <summary>Methods that need not, with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutTarget = new()
    {
        ["Linli.Web.Registry.AddPerson.Execute"] = "the address names nothing; what is made has the request's id",
        ["Linli.Web.Registry.AddOrganisation.Execute"] = "the address names nothing; what is made has the request's id",
        ["Linli.Web.Registry.Alliances.DraftAgreement.Execute"] = "the address names nothing; what is made has the request's id",
        ["Linli.Web.Registry.Alliances.RegisterAssociation.Execute"] = "the address names nothing; what is made has the request's id",
        ["Linli.Web.Registry.Privacy.Requests.RequestDesk.Open"] = "the address names nothing; what is made has the request's id",
        ["Linli.Web.Registry.Privacy.MyData.ChangeOwnPhone.Execute"] = "always about oneself",
        ["Linli.Web.Platform.SignIn.ChangePassword.Execute"] = "always about oneself",
        ["Linli.Web.Tickets.TicketDesk.Earlier"] = "compares the ticket that was handled with the one that is named",
    };

    [Fact]
    public void Who_asks_for_a_request_handled_before_says_what_it_is_about()
    {
        var askers = Methods().Where(m => Mentions(m, nameof(Changes.HandledBefore), typeof(Changes))).ToList();
        Violations.ShouldBeNone(
            askers,
            m => Mentions(m, nameof(ProcessContext.On), typeof(ProcessContext)) || WithoutTarget.ContainsKey(NameOf(m)) ? [] : [$"{NameOf(m)} calls HandledBefore without context.On(…)"],
            atLeast: 15);
        Violations.ShouldBeNone(
            WithoutTarget.Keys, name => askers.Any(m => NameOf(m) == name) ? [] : [$"{name} does not ask any more; strike it from the list"]);
    }

    private static IEnumerable<MethodInfo> Methods() => House.Web.GetTypes().Where(t => !t.Name.Contains('<', StringComparison.Ordinal) && t != typeof(Changes))
        .SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));

    private static bool Mentions(MethodInfo method, string name, Type owner) =>
        TypeReferences.BodiesOf(method).SelectMany(TypeReferences.In).Any(m => m.Name == name && m.DeclaringType == owner);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
