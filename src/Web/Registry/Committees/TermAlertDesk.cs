using Linli.Domain.Kernel;
using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>Raises what is due for one body: the alert, the notices, and the state that follows, in one transaction.</summary>
internal sealed class TermAlertDesk(LinliDb db, Changes changes, Notifier notifier, AlertAudience audience, WorkCalendars calendars)
{
    private const string Process = "ClimbTermAlerts";

    public async Task Raise(Guid bodyId, ProcessContext context, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(context.At);
        var body = await db.Set<GoverningBody>().SingleAsync(b => b.Id == bodyId, cancel);
        var place = await db.Set<Place>().AsNoTracking().SingleAsync(p => p.Id == body.CompoundId, cancel);
        var rules = JurisdictionProfiles.For(place.Code, today);
        var raised = (await db.Set<BodyAlert>().AsNoTracking().Where(a => a.BodyId == bodyId).Select(a => new { a.Step, a.About }).ToListAsync(cancel))
            .Select(a => (a.Step, a.About)).ToHashSet();
        DueAlert[] due = [.. TermAlerts.DueOn(today, body.ToBody(), rules, calendars.Now).Where(alert => !raised.Contains((alert.Step, alert.About)))];
        if (due.Length == 0)
        {
            return;
        }

        foreach (var alert in due)
        {
            var people = await audience.Of(alert.Step, place, today, context, cancel);
            Tell(people, alert, place, context);
            db.Add(new BodyAlert
            {
                Id = Guid.CreateVersion7(context.At), BodyId = bodyId, Step = alert.Step, About = alert.About, DueSince = alert.Since, RaisedAt = context.At, Told = people.Count,
            });
        }

        if (due.Any(alert => alert.Step != AlertStep.DeadlineMissed))
        {
            Move(body, BodyAct.NoteExpiring, rules, today, context);
        }

        if (due.Any(alert => alert.Step == AlertStep.TermIsOver))
        {
            Move(body, BodyAct.Lapse, rules, today, context);
        }

        await changes.Save(context, Process, "GoverningBody", bodyId, new { steps = due.Select(alert => alert.Step.ToString()), body.State }, cancel);
    }

    private void Tell(IReadOnlyList<Guid> people, DueAlert alert, Place place, ProcessContext context) => notifier.Tell(
        people,
        $"Committee{alert.Step}",
        new Dictionary<string, string> { ["Compound"] = place.Name, ["Day"] = alert.About.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
        $"/registry/compounds/{place.Code}/committee",
        context.At);

    // Where the table has no such step, the body is there already.
    private void Move(GoverningBody body, BodyAct act, LocalRules rules, DateOnly today, ProcessContext context)
    {
        var from = body.State;
        var step = new ActToRecord { Kind = body.Kind, Act = act, Day = today };
        var judged = BodyLife.Record(body.ToBody(), step, new BodySurroundings { Roles = BodyRoles.System, Rules = rules, Calendar = calendars.Now, Today = today });
        if (judged.Succeeded(out var after))
        {
            body.Take(after);
            db.Add(BodyRecords.Of(body, from, step, rules, context, id: Guid.CreateVersion7(context.At)));
        }
    }
}
