-- How tickets are handled: pauses, extensions, returns, whistles, joint handling, internal notes (requirement C1).

-- A running pause holds the clock: there is no due moment then, and such tickets come last in the order of due moments.
alter table tickets.tickets alter column resolve_due_at drop not null;
-- 首接 lead unit: the organisation of who accepted it, later of its worker.
alter table tickets.tickets add column lead_organisation_id uuid references registry.organisations;
alter table tickets.tickets add column times_extended integer not null default 0;
-- What workers may claim; a report, which nobody has accepted, is not in it.
create index on tickets.tickets (lead_organisation_id, resolve_due_at) where state = 'Accepted' and assigned_to is null;

create table tickets.pauses (
  id         uuid primary key,
  ticket_id  uuid not null references tickets.tickets,
  waits_for  text not null,
  reason     text not null,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  to_at      timestamptz,
  paused_by  uuid not null references registry.people,
  rules      integer not null
);
create unique index on tickets.pauses (ticket_id) where to_at is null;
create index on tickets.pauses (ticket_id, from_at);
create index on tickets.pauses (until_at) where to_at is null;
comment on table tickets.pauses is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no; none=waits_for';

create table tickets.extensions (
  id           uuid primary key,
  ticket_id    uuid not null references tickets.tickets,
  days         integer not null,
  counts_from  timestamptz,
  reason       text not null,
  due_before   timestamptz,
  asked_by     uuid not null references registry.people,
  asked_at     timestamptz not null,
  decided_by   uuid references registry.people,
  decided_at   timestamptz,
  granted      boolean,
  decision     text,
  rules        integer not null,
  -- Four eyes.
  check (decided_by is null or decided_by <> asked_by)
);
create unique index on tickets.extensions (ticket_id) where decided_at is null;
create index on tickets.extensions (ticket_id, asked_at);
comment on table tickets.extensions is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no';

create table tickets.returns (
  id            uuid primary key,
  ticket_id     uuid not null references tickets.tickets,
  ground        text not null,
  reason        text not null,
  by_unit       boolean not null,
  asked_by      uuid not null references registry.people,
  asked_for     uuid references registry.organisations,
  asked_at      timestamptz not null,
  decide_due_at timestamptz not null,
  decided_by    uuid references registry.people,
  decided_for   uuid references registry.organisations,
  decided_at    timestamptz,
  accepted      boolean,
  decision      text,
  rules         integer not null,
  check (decided_by is null or decided_by <> asked_by)
);
create unique index on tickets.returns (ticket_id) where decided_at is null;
create index on tickets.returns (ticket_id, asked_at);
comment on table tickets.returns is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no; none=ground';

create table tickets.whistles (
  id              uuid primary key,
  ticket_id       uuid not null references tickets.tickets,
  level           text not null,
  place_id        uuid not null references registry.places,
  matter          text not null,
  blown_by        uuid not null references registry.people,
  blown_for       uuid references registry.organisations,
  blown_at        timestamptz not null,
  due_at          timestamptz not null,
  raised_from     uuid references tickets.whistles,
  raised_at       timestamptz,
  answered_by     uuid references registry.people,
  answered_for    uuid references registry.organisations,
  answered_at     timestamptz,
  answer          text,
  -- 双考核: the responder on the call, the whistle-blower on the answer.
  warranted       boolean,
  warranted_note  text,
  assessed_by     uuid references registry.people,
  assessed_at     timestamptz,
  helped          boolean,
  assessment      text,
  rules           integer not null
);
create unique index on tickets.whistles (ticket_id) where answered_at is null and raised_at is null;
create index on tickets.whistles (ticket_id, blown_at);
create index on tickets.whistles (place_id, due_at) where answered_at is null and raised_at is null;
comment on table tickets.whistles is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no; none=level,place_id,raised_from';

create table tickets.joint_parties (
  id               uuid primary key,
  ticket_id        uuid not null references tickets.tickets,
  organisation_id  uuid not null references registry.organisations,
  way              text not null,
  task             text not null,
  due_on           date not null,
  invited_by       uuid not null references registry.people,
  invited_at       timestamptz not null,
  reported_by      uuid references registry.people,
  reported_at      timestamptz,
  report           text,
  rules            integer not null
);
create unique index on tickets.joint_parties (ticket_id, organisation_id) where reported_at is null;
create index on tickets.joint_parties (ticket_id, invited_at);
create index on tickets.joint_parties (organisation_id, due_on) where reported_at is null;
comment on table tickets.joint_parties is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no; none=way';

-- Apart from the timeline, so that nothing that shows a timeline can show them.
create table tickets.internal_notes (
  id           uuid primary key,
  ticket_id    uuid not null references tickets.tickets,
  at           timestamptz not null,
  person_id    uuid not null references registry.people,
  person_name  text,
  acted_as     text not null,
  note         text not null
);
create index on tickets.internal_notes (ticket_id, at);
comment on table tickets.internal_notes is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no';
