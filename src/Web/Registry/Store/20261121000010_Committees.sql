-- Bodies by which owners govern a compound, and what happened to them: requirement A9.
create table registry.governing_bodies (
  id              uuid primary key,
  compound_id     uuid not null references registry.compounds,
  kind            text not null,
  organisation_id uuid references registry.organisations,
  state           text not null,
  seats           integer check (seats > 0),
  term_from       date,
  term_to         date check (term_to >= term_from),
  next_seats      integer check (next_seats > 0),
  next_from       date,
  next_to         date check (next_to >= next_from),
  filing          text not null,
  group_is_formed boolean not null,
  is_reported     boolean not null,
  has_covenant    boolean not null,
  failed_rounds   integer not null,
  handed_over     text not null,
  due_on          date,
  last_act_on     date not null
);
-- A compound has one body of a kind at a time.
create unique index on registry.governing_bodies (compound_id, kind) where state <> 'Dissolved';
create index on registry.governing_bodies (term_to);
create index on registry.governing_bodies (due_on);

-- Purpose of personal data (given_by, taken_by: who signed for an item of a handover): proof that seal, papers and accounts changed hands;
-- basis: the committee's duty to hand over; kept as long as the committee's files, at least one term after the handover.
create table registry.body_acts (
  id          uuid primary key,
  body_id     uuid not null references registry.governing_bodies,
  act         text not null,
  from_state  text,
  to_state    text not null,
  on_day      date not null,
  at          timestamptz not null,
  person_id   uuid references registry.people,
  acted_as    text not null,
  note        text,
  members     integer,
  owners      integer,
  head        text,
  term_from   date,
  term_to     date,
  item        text,
  given_by    text,
  taken_by    text,
  -- the profiles under which it was judged, as sichuan@1+national@1
  rules       text not null,
  due_on      date
);
create index on registry.body_acts (body_id, at);

-- Each step of an alert once for each day that it is about.
create table registry.body_alerts (
  id        uuid primary key,
  body_id   uuid not null references registry.governing_bodies,
  step      text not null,
  about     date not null,
  due_since date not null,
  raised_at timestamptz not null,
  told      integer not null,
  unique (body_id, step, about)
);

-- Whose turn it is in a courtyard that its neighbours keep themselves.
create table registry.body_duties (
  id      uuid primary key,
  body_id uuid not null references registry.governing_bodies,
  unit_id uuid not null references registry.units,
  from_day date not null,
  to_day   date not null check (to_day >= from_day),
  task    text not null
);
create index on registry.body_duties (body_id, from_day);
create index on registry.body_duties (unit_id);
