using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>What was reported in a compound over the last sixty days: most of it done and rated, some late, some reopened, some open still.</summary>
internal sealed class TicketHistory(WorldBuilder world, CompoundBuilder compound, ServiceTeam team)
{
    private const int Days = 60;

    // Thrown anew for every ticket: what the hour of the load cuts off in one does not change the next.
    private Dice dice = new($"tickets/{compound.Place.Code}");

    internal sealed record Matter(string Category, bool InBuilding, int Minutes, string Place, string[] Says, string[] Done);

    internal sealed record LiftText(string Says, string Contact, string Done, string Comment);

    internal sealed record Plan(
        string About, Matter[] Matters, string[] ContactNotes, string[] Supplements, string[] ReassignReasons, string[] UnsolvedReasons,
        string?[] Comments, LiftText LiftOfBuilding24);

    public Plan Texts { get; } = Preset.Read<Plan>("tickets");

    /// <summary>So many tickets at moments spread evenly over the time, the newest within the last hours.</summary>
    public void Tell(int count)
    {
        var reporters = compound.Units.Where(unit => unit.Residents.Any(person => person.PhoneIndex is not null)).ToArray();
        for (var i = 0; i < count; i++)
        {
            dice = new Dice($"tickets/{compound.Place.Code}/{i}");
            var minutes = (long)Days * 24 * 60 * (i + 1) / (count + 1);
            var at = InDaytime(world.Now.AddMinutes(-minutes - dice.Below(200)));
            var unit = dice.Pick(reporters);
            Tell(unit, unit.Residents.First(person => person.PhoneIndex is not null), dice.Pick(Texts.Matters), at);
        }
    }

    public TicketStory Report(UnitBuilder unit, Person reporter, Matter matter, DateTimeOffset at) => new(
        world, unit, reporter, matter.Category, dice.Pick(matter.Says), matter.Place, matter.InBuilding ? unit.Building.Place : null, at);

    private void Tell(UnitBuilder unit, Person reporter, Matter matter, DateTimeOffset at)
    {
        var story = Report(unit, reporter, matter, at);
        var worker = dice.Pick(team.Workers);
        var then = new Clock(world.Now, at);
        if (dice.Percent(8) && then.After(dice.Between(3, 40)))
        {
            story.Supplement(then.Now, dice.Pick(Texts.Supplements));
        }

        if (dice.Percent(4))
        {
            if (then.After(dice.Between(20, 300)))
            {
                story.Withdraw(then.Now);
            }

            return;
        }

        var isPressing = story.Row.Urgency is Urgency.Emergency or Urgency.Urgent;
        if (!then.After(dice.Between(4, isPressing ? 40 : 240)))
        {
            return;
        }

        story.Accept(team.Dispatcher, then.Now, story.Row.Urgency);
        if (!then.After(dice.Between(3, isPressing ? 25 : 360)))
        {
            return;
        }

        story.Assign(team.Dispatcher, worker, then.Now);
        // Some lie with the worker for longer than they should, and some of those still do.
        var isSlow = dice.Percent(12);
        if (Work(story, worker, matter, then, isSlow))
        {
            Judge(story, worker, matter, then);
        }
    }

    // From the first contact to the result; false where the story stops before.
    private bool Work(TicketStory story, PostHolder worker, Matter matter, Clock then, bool isSlow)
    {
        if (!then.After(dice.Between(10, isSlow ? 2400 : 90)))
        {
            return false;
        }

        story.Contact(worker, then.Now, dice.Percent(60) ? dice.Pick(Texts.ContactNotes) : null);
        if (!then.After(matter.Minutes * dice.Between(40, isSlow ? 900 : 130) / 100) || (isSlow && dice.Percent(25)))
        {
            return false;
        }

        story.MarkDone(worker, then.Now, dice.Pick(matter.Done));
        return true;
    }

    private void Judge(TicketStory story, PostHolder worker, Matter matter, Clock then)
    {
        if (dice.Percent(10) && then.After(dice.Between(60, 2000)))
        {
            story.ReportUnsolved(then.Now, dice.Pick(Texts.UnsolvedReasons));
            if (!then.After(dice.Between(30, 600)))
            {
                return;
            }

            var other = team.Workers.First(one => one != worker);
            story.Assign(team.Dispatcher, other, then.Now, dice.Pick(Texts.ReassignReasons));
            if (!Work(story, other, matter, then, isSlow: false))
            {
                return;
            }
        }

        if (dice.Percent(18))
        {
            // Nobody answered: the platform closes it when the confirmation period is over.
            var due = ConfirmationDue(story.Row.RepliedAt!.Value);
            if (due <= world.Now)
            {
                story.CloseUnrated(due);
            }
        }
        else if (then.After(dice.Between(30, 2600)) && then.Now < ConfirmationDue(story.Row.RepliedAt!.Value))
        {
            var (solved, satisfaction) = dice.Below(100) switch
            {
                < 74 => (true, Satisfaction.Satisfied),
                < 92 => (true, Satisfaction.Basic),
                < 96 => (true, Satisfaction.Dissatisfied),
                _ => (false, Satisfaction.Dissatisfied),
            };
            story.Confirm(solved, satisfaction, then.Now, satisfaction == Satisfaction.Satisfied ? dice.Pick(Texts.Comments) : null);
        }
    }

    private static DateTimeOffset ConfirmationDue(DateTimeOffset repliedAt)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(repliedAt));
        return profile.Clock(WorkCalendar.WeekdaysOnly).Due(repliedAt, profile.Confirmation);
    }

    // Few people write at night: those hours move to the evening before, which is never later than now.
    private static DateTimeOffset InDaytime(DateTimeOffset at)
    {
        var local = ChinaTime.Local(at);
        return local.Hour < 7 ? at.AddHours(-local.Hour - 3) : at;
    }

    // The moment in a story; what would lie in the future does not happen.
    private sealed class Clock(DateTimeOffset end, DateTimeOffset start)
    {
        public DateTimeOffset Now { get; private set; } = start;

        public bool After(int minutes)
        {
            var next = Now.AddMinutes(minutes);
            if (next > end)
            {
                return false;
            }

            Now = next;
            return true;
        }
    }
}
