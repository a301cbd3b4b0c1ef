using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Consents;

/// <summary>
/// Writes down what a person without a telephone at hand said or signed, with the day, the witness and who wrote it; the person is told at
/// once and undoes it with one button or one word.
/// </summary>
internal sealed class RecordConsent(LinliDb db, Changes changes, IConsents consents, Notifier notifier, IEnumerable<IRestsOnConsent> resting) : IConsentRecords
{
    private const string Process = nameof(RecordConsent);

    public async Task<Outcome<Done>> Record(Guid personId, string purpose, ReportedWord word, ProcessContext context, CancellationToken cancel)
    {
        if (ConsentPurposes.Find(purpose) is not { } asked)
        {
            return new ConsentPurposeIsNotKnown();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await consents.Hold(personId, cancel);
        var faults = new Faults();
        foreach (var refusal in word.Check(asked, await LastWord(personId, purpose, cancel), ChinaTime.DayOf(context.At)))
        {
            faults.Add(refusal);
        }

        faults.AddIf(
            await db.Set<Person>().AnyAsync(p => p.Id == personId && (p.RestrictedAt != null || p.ErasedAt != null), cancel), new PersonIsOnlyStored());
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        db.Add(new Consent
        {
            Id = context.RequestId, PersonId = personId, Purpose = asked.Code, Version = asked.Version, Given = word.Given, At = context.At, Way = word.Way,
            RecordedBy = context.Actor.PersonId, RecordedAs = CapacityNames.ForRecord(context.Actor.Capacity!), SaidOn = word.SaidOn, Witness = word.Witness,
        });
        foreach (var thing in resting.Where(thing => thing.Purpose == purpose))
        {
            await (word.Given ? thing.Begin(personId, context.At, cancel) : thing.Remove(personId, context.At, cancel));
        }

        notifier.Tell([personId], word.Given ? "ConsentRecorded" : "WithdrawalRecorded", [], "/me/privacy/consents", context.At);
        var saved = await changes.Save(context, Process, nameof(Consent), context.RequestId, new { personId, asked.Code, asked.Version, word.Given, word.Way }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return Done.It;
    }

    private async Task<LastWord?> LastWord(Guid person, string purpose, CancellationToken cancel) =>
        await db.Set<Consent>().AsNoTracking().Where(c => c.PersonId == person && c.Purpose == purpose)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancel) is { } last
            ? new LastWord(last.Given, last.Way, last.SaidOn ?? ChinaTime.DayOf(last.At))
            : null;
}
