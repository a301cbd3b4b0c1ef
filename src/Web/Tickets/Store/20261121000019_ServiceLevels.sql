-- The working calendar that every deadline asks, and the categories of matters as a place adapts them.

-- A version of a year's holiday arrangement; the highest version of a year holds. Rows are only added.
create table platform.calendar_years (
  id         uuid primary key,
  year       integer not null check (year between 2008 and 2100),
  version    integer not null check (version > 0),
  source     text not null,
  days       jsonb not null,
  entered_by uuid not null,
  entered_as text not null,
  entered_at timestamptz not null,
  unique (year, version)
);
comment on table platform.calendar_years is 'purpose=audit; basis=statutory-duty; retention=audit; sensitive=no; none=source,days';

-- What a place says of a category, a version a row; the latest of a place and code holds. is_withdrawn: the place says nothing of it any more.
create table tickets.category_rules (
  id             uuid primary key,
  mark           bigint generated always as identity,
  place_id       uuid not null references registry.places,
  code           text not null,
  parent         text,
  name           text,
  is_off         boolean not null,
  is_withdrawn   boolean not null,
  responsible    text,
  contact_amount integer check (contact_amount between 1 and 10000),
  contact_unit   text,
  resolve_amount integer check (resolve_amount between 1 and 10000),
  resolve_unit   text,
  reason         text not null,
  set_by         uuid not null references registry.people,
  set_as         text not null,
  set_at         timestamptz not null,
  check ((contact_amount is null) = (contact_unit is null)),
  check ((resolve_amount is null) = (resolve_unit is null))
);
create index on tickets.category_rules (place_id, code, mark desc);
comment on table tickets.category_rules is 'purpose=audit; basis=statutory-duty; retention=audit; sensitive=no; none=code,parent,name,responsible,contact_unit,resolve_unit';

-- Deadlines that a new version of the calendar moved, or would have moved earlier and therefore left as promised.
create table tickets.deadline_changes (
  id           uuid primary key,
  ticket_id    uuid not null references tickets.tickets,
  calendar     bigint not null,
  contact_from timestamptz not null,
  contact_to   timestamptz not null,
  resolve_from timestamptz not null,
  resolve_to   timestamptz not null,
  is_kept      boolean not null,
  at           timestamptz not null
);
create index on tickets.deadline_changes (ticket_id, at);
comment on table tickets.deadline_changes is 'none=calendar';

-- Up to which version of the calendar open tickets have been computed anew.
create table tickets.deadline_runs (
  calendar bigint primary key,
  at       timestamptz not null,
  looked   bigint not null,
  moved    bigint not null,
  kept     bigint not null
);
comment on table tickets.deadline_runs is 'none=calendar';
