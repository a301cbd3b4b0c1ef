using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>Records what happened to a body of a compound; the table, the rules of the place and the papers decide whether it stands.</summary>
internal sealed class RecordBodyAct(LinliDb db, Changes changes, GovernanceReader reader, BodyPapers papers, WorkCalendars calendars)
{
    private const string Process = nameof(RecordBodyAct);
    private const int LongestNote = 1000;

    public async Task<Outcome<Guid>> Execute(string compoundCode, BodyActInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var today = ChinaTime.DayOf(context.At);
        if (await reader.Find(compoundCode, Scope.Of(context.Actor, Permission.ManageCommittees), today, cancel) is not { } compound)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var act = Read(input, today, faults);
        var note = faults.OptionalText(nameof(input.Note), input.Note, LongestNote);
        var (given, taken) = Signatures(input, faults);
        faults.AddIf(!faults.Any && given is not null && given == taken, new HandoverNeedsTwoPeople());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var body = compound.BodyOf(act.Kind) is { } known ? await db.Set<GoverningBody>().SingleAsync(b => b.Id == known.Id, cancel) : null;
        if (input.Version is { } seen && body is not null && seen != body.Version)
        {
            return new ChangedMeanwhile();
        }

        var judged = BodyLife.Record(body?.ToBody(), act, new BodySurroundings
        {
            Roles = BodyAccess.RolesOf(context.Actor, compound.Place.Path),
            Rules = compound.Rules,
            Calendar = calendars.Now,
            Today = today,
            FirstAssembly = compound.Facts.FirstAssembly,
            CommitteeGoverns = compound.Facts.Committee?.GovernsOn(today) == true,
            Households = compound.Compound.Households ?? (compound.Figures.AllHomes > 0 ? compound.Figures.AllHomes : null),
        });
        if (!judged.Succeeded(out var after))
        {
            return Outcome<Guid>.Refused(judged.Refusals);
        }

        if (await papers.Attach(input.Papers, context, cancel) is { } refused)
        {
            return refused;
        }

        var from = body?.State;
        body ??= await Begin(compound.Place.Id, act.Kind, context, cancel);
        body.Take(after);
        var record = BodyRecords.Of(body, from, act, compound.Rules, context, note);
        (record.GivenBy, record.TakenBy) = (given, taken);
        db.Add(record);
        // Some acts change no column of the body; its version moves all the same.
        db.Entry(body).Property(b => b.LastActOn).IsModified = db.Entry(body).State != EntityState.Added;
        var saved = await changes.Save(context, Process, "GoverningBody", record.Id, new { body = body.Id, act.Act, from, to = body.State, record.Rules }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    private async Task<GoverningBody> Begin(Guid compoundId, BodyKind kind, ProcessContext context, CancellationToken cancel)
    {
        OrganisationKind? organisation = kind switch
        {
            BodyKind.OwnersCommittee => OrganisationKind.OwnersCommittee,
            BodyKind.SelfGovernment => OrganisationKind.SelfGovernmentCommittee,
            _ => null,
        };
        var body = new GoverningBody
        {
            Id = Guid.CreateVersion7(context.At),
            CompoundId = compoundId,
            OrganisationId = organisation is null ? null : await db.Set<Organisation>().Where(o => o.PlaceId == compoundId && o.Kind == organisation && o.EndedOn == null)
                .OrderBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancel),
        };
        db.Add(body);
        return body;
    }

    private static ActToRecord Read(BodyActInput input, DateOnly today, Faults faults)
    {
        faults.OptionalNumber(nameof(input.Members), input.Members, 1, 99);
        faults.OptionalNumber(nameof(input.Owners), input.Owners, 0, 99);
        faults.AddIf(input.Head is { } head && !Enum.IsDefined(head), new ChoiceIsMissing(nameof(input.Head)));
        var from = faults.OptionalDay(nameof(input.TermFrom), input.TermFrom, today);
        var to = faults.OptionalDay(nameof(input.TermTo), input.TermTo, today);
        var day = faults.OptionalDay(nameof(input.Day), input.Day, today) ?? today;
        return new ActToRecord
        {
            Kind = faults.Choice<BodyKind>(nameof(input.Kind), input.Kind ?? BodyKind.OwnersCommittee),
            Act = faults.Choice(nameof(input.Act), input.Act),
            Day = day,
            Composition = input.Members is { } members ? new Composition(members, input.Owners, input.Head) : null,
            Term = to is { } last ? new Term(from ?? day, last) : null,
            Item = input.Item ?? HandoverItems.None,
        };
    }

    // Both sides sign for what changes hands.
    private static (string? Given, string? Taken) Signatures(BodyActInput input, Faults faults) => input.Act == BodyAct.SignHandoverItem
        ? (faults.Line(nameof(input.GivenBy), input.GivenBy, 50), faults.Line(nameof(input.TakenBy), input.TakenBy, 50))
        : (null, null);
}
