using Linli.Domain.Tickets.Intake;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Intake.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>By what way a ticket of the demo came in, and who follows it.</summary>
internal sealed partial class TicketStory
{
    /// <summary>A clerk took it down: the first line of the timeline is the clerk's, who stays answerable.</summary>
    public TicketStory TakenBy(PostHolder clerk, IntakeChannel channel, string? callerName = null, string? callerPhone = null)
    {
        TakenDown(clerk);
        Row.AcceptedBy = clerk.Person.Id;
        world.Rows.Add(new TicketIntake
        {
            TicketId = Row.Id, Channel = channel, TakenBy = clerk.Person.Id, TakenAs = clerk.SaidAs, Told = true,
            CallerName = callerName is null ? null : world.Cipher.Encrypt(callerName), CallerPhone = callerPhone is null ? null : world.Cipher.Encrypt(callerPhone),
        });
        return this;
    }

    /// <summary>It came with a list of the hotline.</summary>
    public TicketStory FromHotline(PostHolder clerk, string number, DateTimeOffset calledAt, DateTimeOffset contactDue, DateTimeOffset resolveDue)
    {
        TakenDown(clerk);
        world.Rows.Add(new TicketIntake
        {
            TicketId = Row.Id, Channel = IntakeChannel.Hotline, TakenBy = clerk.Person.Id, TakenAs = clerk.SaidAs, HotlineNumber = number,
            HotlineCalledAt = calledAt, HotlineContactDueAt = contactDue, HotlineResolveDueAt = resolveDue,
        });
        return this;
    }

    /// <summary>Its reporter scanned a building's sheet.</summary>
    public TicketStory Scanned(PlaceSheet sheet)
    {
        world.Rows.Add(new TicketIntake { TicketId = Row.Id, Channel = IntakeChannel.QrCode, SheetId = sheet.Id });
        return this;
    }

    public TicketStory FollowedBy(Person neighbour, DateTimeOffset at)
    {
        world.Rows.Add(new TicketFollow { Id = world.Id("follow", $"{Row.Id}/{neighbour.Id}"), TicketId = Row.Id, PersonId = neighbour.Id, Since = at });
        return this;
    }

    private void TakenDown(PostHolder clerk) => (Last.PersonId, Last.PersonName, Last.ActedAs) = (clerk.Person.Id, clerk.Person.Name, clerk.SaidAs);
}
