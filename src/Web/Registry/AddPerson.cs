using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry;

/// <summary>Who a person is.</summary>
public sealed record PersonInput : ChangeInput, IPersonInput
{
    Guid? IPersonInput.PersonId => null;

    public string? Name { get; init; }

    public string? PhoneNumber { get; init; }

    public string? IdentityNumber { get; init; }
}

/// <summary>Registers a person who belongs nowhere yet; a household or a post follows. Somebody known by number is found instead.</summary>
internal sealed class AddPerson(Changes changes, PersonRegister people)
{
    private const string Process = nameof(AddPerson);

    public async Task<Outcome<Guid>> Execute(PersonInput input, ProcessContext context, CancellationToken cancel)
    {
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (Scope.Of(context.Actor, Permission.ManageRegistry).IsNothing)
        {
            return new NotAllowedInThisCapacity();
        }

        var faults = new Faults();
        var person = await people.FindOrAdd(input, context, faults, cancel);
        if (person is null)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var saved = await changes.Save(context, Process, "Person", person.Id, new { }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
