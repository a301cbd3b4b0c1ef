-- Tickets and their timeline: requirement C1.
create schema tickets;

-- Numbers may have gaps; they never repeat and never wait for each other.
create sequence tickets.number_seq start 101;

create table tickets.tickets (
  id              uuid primary key,
  number          text not null unique,
  compound_id     uuid not null references registry.compounds,
  place_id        uuid references registry.places,
  unit_id         uuid references registry.units,
  place_text      text not null,
  kind            text not null,
  category        text not null,
  urgency         text not null,
  description     text not null,
  contact_by      text not null,
  state           text not null,
  service_level   text not null,
  reporter_id     uuid not null references registry.people,
  reported_as     text not null,
  received_at     timestamptz not null,
  contact_due_at  timestamptz not null,
  resolve_due_at  timestamptz not null,
  accepted_by     uuid references registry.people,
  accepted_at     timestamptz,
  assigned_to     uuid references registry.people,
  assigned_at     timestamptz,
  contacted_at    timestamptz,
  replied_at      timestamptz,
  closed_at       timestamptz,
  solved          boolean,
  satisfaction    text,
  times_reopened  integer not null default 0
);
create index on tickets.tickets (compound_id, received_at desc);
create index on tickets.tickets (compound_id, resolve_due_at) where state not in ('Closed', 'Withdrawn');
create index on tickets.tickets (reporter_id, received_at desc);
create index on tickets.tickets (assigned_to, resolve_due_at) where state not in ('Closed', 'Withdrawn');
create index on tickets.tickets (replied_at) where state = 'Replied';

create table tickets.timeline (
  id          uuid primary key,
  ticket_id   uuid not null references tickets.tickets,
  at          timestamptz not null,
  act         text not null,
  state       text not null,
  person_id   uuid references registry.people,
  person_name text,
  acted_as    text not null,
  note        text
);
create index on tickets.timeline (ticket_id, at);

create table tickets.timeline_photos (
  timeline_id   uuid not null references tickets.timeline,
  attachment_id uuid not null references platform.attachments,
  position      integer not null,
  primary key (timeline_id, position)
);
