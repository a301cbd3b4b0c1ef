using System.Reflection;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tests.Kernel;

public sealed class OutcomeTests
{
    private static readonly Type[] Refusals =
        [.. typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Fact]
    public void OutcomeIsAValueOrRefusals()
    {
        Outcome<int> good = 3;
        good.Succeeded(out var value).ShouldBeTrue();
        value.ShouldBe(3);

        Outcome<int> bad = new TextIsMissing("Name");
        bad.Succeeded(out _).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => bad.Value);
        Should.Throw<ArgumentException>(() => Outcome<int>.Refused());
    }

    // The name is message key and problem type, so two refusals must not share one across modules.
    [Fact]
    public void CodesOfRefusalsAreDifferentAcrossModules()
    {
        Refusals.Length.ShouldBeGreaterThan(50);
        Refusals.Select(type => type.Name).ShouldBeUnique();
        Refusals.ShouldAllBe(type => type.IsSealed);
    }

    [Fact]
    public void DomainStandsOnTheFrameworkAlone()
    {
        var references = typeof(Refusal).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToArray();
        references.ShouldNotBeEmpty();
        references.ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));
    }

    // A record's printed form goes into logs; a refusal must not carry what a person typed.
    [Fact]
    public void RefusalsOfPersonalDataCarryNothing() => Refusals
        .Where(type => type.Name.StartsWith("PhoneNumber", StringComparison.Ordinal) || type.Name.StartsWith("IdentityNumber", StringComparison.Ordinal))
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(property => property.Name != nameof(Refusal.Field)).ShouldBeEmpty();
}
