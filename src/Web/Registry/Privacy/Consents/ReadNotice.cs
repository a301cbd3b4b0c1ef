using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Consents;

public sealed record NoticeReadInput : ChangeInput
{
    /// <summary>The version that was read.</summary>
    public int? Version { get; init; }
}

/// <summary>Notes that the actor has read the notice that holds now; it is no consent, and nothing depends on it.</summary>
internal sealed class ReadNotice(LinliDb db, Changes changes)
{
    private const string Process = nameof(ReadNotice);

    public async Task<Outcome<Done>> Execute(NoticeReadInput input, ProcessContext context, CancellationToken cancel)
    {
        var notice = PrivacyNotices.On(ChinaTime.DayOf(context.At));
        if (input.Version != notice.Version)
        {
            return new ConsentTextHasChanged();
        }

        var person = context.Actor.PersonId;
        if (await db.Set<NoticeReading>().AnyAsync(r => r.PersonId == person && r.Version == notice.Version, cancel))
        {
            return Done.It;
        }

        db.Add(new NoticeReading { PersonId = person, Version = notice.Version, At = context.At });
        var saved = await changes.Save(context, Process, nameof(NoticeReading), person, new { notice.Version }, cancel);
        // Two at once are one reading.
        return saved.IsRefused && !await db.Set<NoticeReading>().AnyAsync(r => r.PersonId == person && r.Version == notice.Version, cancel)
            ? Outcome<Done>.Refused(saved.Refusals)
            : Done.It;
    }
}
