-- Mediation of disputes: requirement C4. What people say stands here only sealed (AES-256-GCM, as phone numbers are), so that who reads
-- the database reads no case; who may open which is decided in one place of the program, MediationAccess.
create sequence tickets.mediation_number_seq start 101;

create table tickets.mediation_cases (
  id             uuid primary key,
  number         text collate "C" not null unique,
  compound_id    uuid not null references registry.compounds,
  -- the ticket that it comes from
  ticket_id      uuid references tickets.tickets,
  applicant_id   uuid references registry.people,
  kind           text not null,
  state          text not null,
  result         text,
  applied_at     timestamptz not null,
  accepted_at    timestamptz,
  -- since when all parties consent
  consented_at   timestamptz,
  concluded_at   timestamptz,
  closed_at      timestamptz,
  form           text,
  statement      bytea check (octet_length(statement) > 28),
  other_side     bytea check (octet_length(other_side) > 28),
  summary        bytea check (octet_length(summary) > 28),
  terms          bytea check (octet_length(terms) > 28),
  closing_reason bytea check (octet_length(closing_reason) > 28),
  deidentified_at timestamptz,
  check ((state = 'Closed') = (closed_at is not null)),
  check ((state = 'Closed') = (result is not null)),
  check (state not in ('InMediation', 'Drafted', 'FollowUp') or consented_at is not null),
  check (state <> 'FollowUp' or concluded_at is not null),
  check (result is distinct from 'Agreement' or concluded_at is not null)
);
-- A ticket leads to one mediation at a time.
create unique index on tickets.mediation_cases (ticket_id) where state <> 'Closed';
create index on tickets.mediation_cases (compound_id, applied_at);
create index on tickets.mediation_cases (closed_at) where deidentified_at is null;

create table tickets.mediation_parties (
  id         uuid primary key,
  case_id    uuid not null references tickets.mediation_cases,
  position   integer not null,
  side       text not null,
  -- whoever has an account sees the own side on the platform
  person_id  uuid references registry.people,
  name       bytea not null check (octet_length(name) > 28),
  phone      bytea check (octet_length(phone) > 28),
  consent    text not null,
  consent_way text,
  consent_at timestamptz,
  signed_way text,
  signed_at  timestamptz,
  unique (case_id, position),
  unique (case_id, person_id),
  check ((consent = 'Asked') = (consent_at is null)),
  check ((consent_way is null) = (consent_at is null)),
  check ((signed_way is null) = (signed_at is null))
);
create index on tickets.mediation_parties (person_id);

create table tickets.mediation_mediators (
  case_id   uuid not null references tickets.mediation_cases,
  person_id uuid not null references registry.people,
  acted_as  text not null,
  since     timestamptz not null,
  -- stood aside; a row stays, so that nobody comes back to a case
  until     timestamptz,
  reason    bytea check (octet_length(reason) > 28),
  signed_at timestamptz,
  primary key (case_id, person_id),
  check (reason is null or until is not null)
);
create index on tickets.mediation_mediators (person_id) where until is null;

create table tickets.mediation_sessions (
  id      uuid primary key,
  case_id uuid not null references tickets.mediation_cases,
  at      timestamptz not null,
  place   bytea not null check (octet_length(place) > 28),
  held_at timestamptz,
  -- parties who were there
  present uuid[] not null,
  notes   bytea check (octet_length(notes) > 28),
  check ((notes is null) = (held_at is null))
);
create index on tickets.mediation_sessions (case_id, at);
create index on tickets.mediation_sessions (at) where held_at is null;

create table tickets.mediation_commitments (
  id       uuid primary key,
  case_id  uuid not null references tickets.mediation_cases,
  party_id uuid not null references tickets.mediation_parties,
  position integer not null,
  text     bytea not null check (octet_length(text) > 28),
  due_on   date not null
);
create index on tickets.mediation_commitments (case_id, position);

create table tickets.mediation_visits (
  id         uuid primary key,
  case_id    uuid not null references tickets.mediation_cases,
  due_on     date not null,
  visited_at timestamptz,
  way        text,
  result     text,
  note       bytea check (octet_length(note) > 28),
  reminded   boolean not null,
  check ((visited_at is null) = (result is null)),
  check ((visited_at is null) = (way is null))
);
create index on tickets.mediation_visits (case_id, due_on);
create index on tickets.mediation_visits (due_on) where visited_at is null;

-- Who did what, for the mediators of the case; the audit trail names the step and its seal, not the person.
create table tickets.mediation_steps (
  id        uuid primary key,
  case_id   uuid not null references tickets.mediation_cases,
  at        timestamptz not null,
  act       text not null,
  state     text not null,
  person_id uuid references registry.people,
  acted_as  text not null
);
create index on tickets.mediation_steps (case_id, at);

comment on table tickets.mediation_cases is 'purpose=mediation; basis=statutory-duty; retention=mediation-cases; sensitive=yes; none=number,kind,state,result,form';
comment on table tickets.mediation_parties is 'purpose=mediation; basis=statutory-duty; retention=mediation-cases; sensitive=yes; none=side,consent,consent_way,signed_way';
comment on table tickets.mediation_mediators is 'purpose=mediation; basis=statutory-duty; retention=mediation-cases; sensitive=yes';
comment on table tickets.mediation_sessions is 'purpose=mediation; basis=statutory-duty; retention=mediation-cases; sensitive=yes';
comment on table tickets.mediation_commitments is 'purpose=mediation; basis=statutory-duty; retention=mediation-cases; sensitive=yes';
comment on table tickets.mediation_visits is 'purpose=mediation; basis=statutory-duty; retention=mediation-cases; sensitive=yes; none=way,result';
comment on table tickets.mediation_steps is 'purpose=mediation; basis=statutory-duty; retention=mediation-cases; sensitive=yes; none=act,state';
