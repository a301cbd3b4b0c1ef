using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Personal;
using Linli.Web.Registry.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Host;

/// <summary>Makes the few places and people that a test needs. Names are recognisable as made up.</summary>
internal sealed partial class World(TestApp app)
{
    private static int last;

    public async Task<Guid> Place(string name, PlaceKind kind, string path, Guid? parent = null)
    {
        var id = Guid.NewGuid();
        parent ??= await app.Scalar<Guid>("select id from registry.places where parent_id is null");
        await Add(new Place
        {
            Id = id,
            ParentId = parent,
            Kind = kind,
            Code = path.Replace("/", string.Empty, StringComparison.Ordinal),
            Path = path,
            Name = name,
            OfficialName = name,
            Initials = "CS",
            Source = "test",
        });
        return id;
    }

    /// <summary>A compound under a path of its own.</summary>
    public Task<Guid> Compound(string name) => CompoundAt(name, $"99/{Next():D4}/", null);

    public async Task<Guid> CompoundAt(string name, string path, Guid? parent)
    {
        var id = await Place(name, PlaceKind.Compound, path, parent);
        await Add(new Compound { PlaceId = id, Type = Enum.GetValues<CompoundType>()[0], Initials = "CS" });
        return id;
    }

    public async Task<Guid> Unit(Guid compound, string label)
    {
        var id = Guid.NewGuid();
        await Add(new Unit
        {
            Id = id, PlaceId = compound, CompoundId = compound, Code = $"U{Next()}", Number = label, Label = label, Kind = UnitKind.Dwelling, RegisteredArea = 9000,
        });
        return id;
    }

    public async Task<Guid> Person(string? phone = null)
    {
        var id = Guid.NewGuid();
        var cipher = app.Services.GetRequiredService<PersonalCipher>();
        await Add(new Person
        {
            Id = id,
            Name = $"测试某{Next()}",
            Initials = "CSM",
            PhoneCipher = phone is null ? null : cipher.Encrypt(phone),
            PhoneIndex = phone is null ? null : cipher.PhoneIndex(phone),
            PhoneMasked = phone is null ? null : $"{phone[..3]}****{phone[^4..]}",
            MadeUp = true,
            CreatedAt = app.Clock.Now,
        });
        return id;
    }

    /// <summary>The post's id, which is the capacity's too.</summary>
    public async Task<Guid> Post(Guid person, string kind, Guid place, DateOnly? endsOn = null)
    {
        var organisation = Guid.NewGuid();
        await Add(new Organisation
        {
            Id = organisation, Kind = Enum.GetValues<OrganisationKind>()[0], Name = $"测试单位{Next()}", ShortName = "测试单位", Initials = "CSDW", PlaceId = place,
        });
        var id = Guid.NewGuid();
        await Add(new PostHeld { Id = id, PersonId = person, OrganisationId = organisation, Kind = kind, PlaceId = place, StartsOn = new DateOnly(2026, 1, 1), EndsOn = endsOn });
        return id;
    }

    public async Task<Guid> PartyOrganisation(Guid place, OrganisationKind kind, Guid? parent = null, Guid? of = null, string? name = null)
    {
        var id = Guid.NewGuid();
        name ??= $"测试党组织{Next()}";
        await Add(new Organisation { Id = id, Kind = kind, Name = name, ShortName = name, Initials = "CSDZZ", PlaceId = place, ParentId = parent, OfOrganisationId = of });
        return id;
    }

    public async Task<Guid> PartyMembership(Guid person, Guid organisation, MembershipWay way = MembershipWay.Formal)
    {
        var id = Guid.NewGuid();
        await Add(new PartyMembership { Id = id, PersonId = person, OrganisationId = organisation, Way = way, Since = new DateOnly(2025, 1, 1) });
        return id;
    }

    public async Task<Guid> Owner(Guid person, Guid unit)
    {
        var id = Guid.NewGuid();
        await Add(new Ownership { Id = id, UnitId = unit, PersonId = person, Since = new DateOnly(2020, 1, 1) });
        return id;
    }

    public async Task<Guid> Resident(Guid person, Guid unit)
    {
        var id = Guid.NewGuid();
        await Add(new Residency { Id = id, UnitId = unit, PersonId = person, Relation = Relation.Tenant, Since = new DateOnly(2020, 1, 1) });
        return id;
    }

    /// <summary>A ticket in the hands of a worker.</summary>
    public async Task<Guid> Ticket(Guid compound, string number, Guid reporter, Guid assignedTo)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into tickets.tickets (id, number, compound_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id,
                reported_as, received_at, contact_due_at, resolve_due_at, accepted_by, accepted_at, assigned_to, assigned_at)
            values ($1, $2, $3, '1栋', 'Repair', 'lift', 'Normal', '测试用的一件事', 'Phone', 'Assigned', 'test', $4,
                '1栋101 · 业主', $6, $6 + interval '1 hour', $6 + interval '2 days', $5, $6, $5, $6)
            """,
            id, number, compound, reporter, assignedTo, app.Clock.Now);
        return id;
    }

    /// <summary>The sheet of a building; answers with the building.</summary>
    public async Task<Guid> Sheet(Guid place, Guid by, int version = 1)
    {
        await app.Execute("insert into tickets.place_sheets (id, place_id, version, issued_at, issued_by) values (gen_random_uuid(), $1, $2, $3, $4)", place, version, app.Clock.Now, by);
        return place;
    }

    /// <summary>A return visit to be made about a ticket.</summary>
    public async Task<Guid> Visit(Guid ticket)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into tickets.return_visits (id, ticket_id, compound_id, round, cause, policy, drawn_at, due_on, state)
            select $1, id, compound_id, times_reopened, 'Sample', 'default@1', $3, ($3 + interval '7 days')::date, 'Open' from tickets.tickets where id = $2
            """, id, ticket, app.Clock.Now);
        return id;
    }

    /// <summary>A request to leave a ticket out of the rates, by somebody whom another system knows.</summary>
    public async Task<Guid> Exclusion(Guid ticket)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            "insert into tickets.exclusions (id, ticket_id, reason, note, requested_at, requested_as) values ($1, $2, 'OutOfLaw', '测试', $3, '测试')", id, ticket, app.Clock.Now);
        return id;
    }

    /// <summary>A file on a ticket.</summary>
    public async Task<Guid> File(Guid by, Guid ticket)
    {
        var id = Guid.NewGuid();
        var bytes = id.ToByteArray();
        var hash = System.Security.Cryptography.SHA256.HashData(bytes);
        await app.Services.GetRequiredService<FileStore>().Write(hash, bytes, CancellationToken.None);
        await app.Execute(
            """
            insert into platform.attachments (id, sha256, kind, size, shown_name, uploaded_by, uploaded_at, subject_kind, subject_id)
            values ($1, $2, 'Png', 1, '测试.png', $3, $4, 'Ticket', $5)
            """,
            id, hash, by, app.Clock.Now, ticket);
        return id;
    }

    public async Task<Guid> Notification(Guid person, string ticketNumber)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into platform.notifications (id, person_id, kind, arguments, link, created_at)
            values ($1, $2, 'TicketAccepted', jsonb_build_object('Number', $3::text, 'Place', '1栋'), '/tickets/' || $3::text, $4)
            """,
            id, person, ticketNumber, app.Clock.Now);
        return id;
    }

    public async Task<Guid> Token(Guid person, Guid capacity)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into platform.access_tokens (id, person_id, name, token_hash, capacity_kind, capacity_id, created_at, expires_at)
            values ($1, $2, 'test', $3, 'Post', $4, $5, $5 + interval '90 days')
            """,
            id, person, System.Security.Cryptography.SHA256.HashData(id.ToByteArray()), capacity, app.Clock.Now);
        return id;
    }

    /// <summary>A person's request to delete the own identity number, open or refused.</summary>
    public async Task<Guid> RightsRequest(Guid person, Guid place, bool open = true)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into registry.rights_requests (id, person_id, place_id, kind, scope, state, asked_at, due_at, decided_at)
            values ($1, $2, $3, 'Deletion', 'IdentityNumber', case when $5 then 'Open' else 'Refused' end, $4, $4 + interval '21 days', case when $5 then null else $4 end)
            """,
            id, person, place, app.Clock.Now, open);
        return id;
    }

    /// <summary>A person who owns a unit in the compound.</summary>
    /// <summary>The person's own word that the Party mark may be set.</summary>
    public Task AgreesToMark(Guid person) => app.Execute(
        "insert into registry.consents (id, person_id, purpose, version, given, at) values (gen_random_uuid(), $1, 'party-mark', 1, true, $2)", person, app.Clock.Now);

    public async Task PartyMember(Guid person)
    {
        await AgreesToMark(person);
        await app.Execute("update registry.people set party_member = true where id = $1", person);
    }

    public async Task<Guid> OwnerIn(Guid compound, string? phone = null)
    {
        var person = await Person(phone);
        await Owner(person, await Unit(compound, $"1栋1单元{Next()}"));
        return person;
    }

    /// <summary>A mobile number that no other test uses.</summary>
    public string Phone() => $"139{Next() % 100_000_000:D8}";

    private static int Next() => Interlocked.Increment(ref last);

    private Task<int> Add(object row) => app.WithDb(db =>
    {
        db.Add(row);
        return db.SaveChangesAsync();
    });
}
