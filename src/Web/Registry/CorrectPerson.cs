using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>What a person is rightly called.</summary>
public sealed record CorrectionInput : ChangeInput
{
    public string? Name { get; init; }

    /// <summary>Why; 4 to 200 characters, kept in the audit trail.</summary>
    public string? Reason { get; init; }
}

/// <summary>Corrects a person's name: a slip of the pen, or a name that was changed. Neither name stands in the audit trail.</summary>
internal sealed class CorrectPerson(LinliDb db, Changes changes)
{
    private const string Process = nameof(CorrectPerson);
    private const int ShortestReason = 4;

    public async Task<Outcome<Done>> Execute(Guid personId, CorrectionInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(personId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var person = await db.People(context.Actor, Permission.ManageRegistry).FirstOrDefaultAsync(p => p.Id == personId, cancel);
        if (person is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var name = faults.Take(PersonName.Parse(input.Name));
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        faults.AddIf(reason.Length > 0 && PlainText.LengthOf(reason) < ShortestReason, new ReasonIsTooShort(ShortestReason));
        if (faults.Any || name is null)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        person.Name = name.Value;
        person.Initials = PinyinInitials.OfPerson(name.Value);
        var saved = await changes.Save(context with { Reason = reason }, Process, "Person", person.Id, new { }, cancel);
        return saved.Then(_ => Done.It);
    }
}
