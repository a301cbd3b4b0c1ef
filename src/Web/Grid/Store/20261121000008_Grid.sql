-- Grids, building captains, hand-overs, 双报到: requirements A5 and A6.
create schema grid;
-- Exclusion constraints over ids together with periods.
create extension if not exists btree_gist;

-- 总网格, 一般网格, 微网格, 专属网格. A grid is a set of buildings, entrances and units (grid_parts).
create table grid.grids (
  id        uuid primary key,
  kind      text not null check (kind in ('General', 'Standard', 'Micro', 'Special')),
  name      text not null,
  parent_id uuid references grid.grids,
  place_id  uuid not null references registry.places,
  opened_on date not null,
  ended_on  date check (ended_on >= opened_on)
);
create index on grid.grids (place_id);

create table grid.grid_parts (
  id       uuid primary key,
  grid_id  uuid not null references grid.grids,
  place_id uuid references registry.places,
  unit_id  uuid references registry.units,
  check ((place_id is null) <> (unit_id is null)),
  unique nulls not distinct (grid_id, place_id, unit_id)
);
create index on grid.grid_parts (place_id);
create index on grid.grid_parts (unit_id);

-- What a post of captain or grid leader is beyond being a post. contact_phone is published to the households concerned: purpose, that they can
-- reach their captain; basis, the holder's consent; kept while the post is held.
create table grid.leaders (
  post_id       uuid primary key references registry.posts deferrable initially deferred,
  role          text not null check (role in ('Captain', 'MicroGrid')),
  place_id      uuid not null references registry.places,
  grid_id       uuid references grid.grids,
  deputy_of     uuid references grid.leaders deferrable initially deferred,
  contact_phone text,
  check (deputy_of <> post_id)
);
create index on grid.leaders (place_id);
create index on grid.leaders (grid_id);
create index on grid.leaders (deputy_of);

-- Who looks after which household: since included, until not. In one role a household never has two at once.
create table grid.charges (
  id      uuid primary key,
  unit_id uuid not null references registry.units,
  post_id uuid not null references grid.leaders deferrable initially deferred,
  role    text not null check (role in ('Captain', 'MicroGrid')),
  since   date not null,
  until   date,
  check (until >= since),
  constraint one_at_a_time exclude using gist (unit_id with =, role with =, daterange(since, until) with &&)
);
create unique index on grid.charges (unit_id, role) where until is null;
create index on grid.charges (post_id) where until is null;

-- 交接清单: households that pass from one post to another, ticked one by one by the successor.
create table grid.hand_overs (
  id         uuid primary key,
  role       text not null check (role in ('Captain', 'MicroGrid')),
  place_id   uuid not null references registry.places,
  from_post  uuid not null references grid.leaders,
  to_post    uuid not null references grid.leaders,
  reason     text not null,
  state      text not null check (state in ('Open', 'Complete', 'Cancelled')),
  begun_on   date not null,
  due_on     date not null,
  begun_by   uuid not null references registry.people,
  closed_at  timestamptz,
  check (from_post <> to_post),
  check ((state = 'Open') = (closed_at is null))
);
create index on grid.hand_overs (place_id) where state = 'Open';
create index on grid.hand_overs (from_post);
create index on grid.hand_overs (to_post);

create table grid.hand_over_items (
  id           uuid primary key,
  hand_over_id uuid not null references grid.hand_overs,
  charge_id    uuid not null references grid.charges,
  unit_id      uuid not null references registry.units,
  -- false once it is signed off or the list was given up; a household waits on one list at most
  waits        boolean not null,
  signed_at    timestamptz,
  unique (hand_over_id, unit_id)
);
create unique index on grid.hand_over_items (charge_id) where waits;

-- purpose of personal data: to look after the household as it asked; basis: its own request or consent; no health, belief or means;
-- kept until keep_until (rule noteKeepDays), then removed by the retention rule household-notes.
create table grid.household_notes (
  id         uuid primary key,
  unit_id    uuid not null references registry.units,
  role       text not null check (role in ('Captain', 'MicroGrid')),
  purpose    text not null check (purpose in ('Reach', 'HelpAskedFor', 'Inform', 'Hazard')),
  text       text not null,
  written_by uuid not null references registry.people,
  written_at timestamptz not null,
  keep_until date not null
);
create index on grid.household_notes (unit_id);
create index on grid.household_notes (keep_until);

-- That a captain went without a hand-over, told to those who manage the grid; once a post.
create table grid.gap_alerts (
  post_id    uuid primary key references grid.leaders,
  households integer not null check (households > 0),
  raised_at  timestamptz not null
);

-- 双报到, first half: an organisation reports to the community.
create table grid.unit_reports (
  id           uuid primary key,
  community_id uuid not null references registry.places,
  name         text not null,
  contact      text,
  members      integer check (members >= 0),
  reported_on  date not null,
  unique (community_id, name)
);

-- 双报到, second half: an in-service Party member registers where he or she lives. Party membership is treated as sensitive (PIPL 28, domain.md §9.2).
-- purpose: services to the neighbourhood and the feedback to the member's unit; basis: the member's own registration or the branch's statutory
-- work; seen by the branch and the community of the place only; kept while registered and three years after, then de-identified.
-- Natural key, for tables that are imported: person and compound.
create table grid.double_registrations (
  id              uuid primary key,
  person_id       uuid not null references registry.people,
  compound_id     uuid not null references registry.compounds,
  work_unit       text not null,
  unit_report_id  uuid references grid.unit_reports,
  skills          text,
  services        text,
  hours_a_month   integer check (hours_a_month between 0 and 744),
  registered_on   date not null,
  ended_on        date check (ended_on >= registered_on),
  registered_by   uuid not null references registry.people,
  constraint one_registration_a_compound unique (person_id, compound_id)
);
create index on grid.double_registrations (compound_id);

-- 岗位: what a community or a compound's branch offers to do.
create table grid.positions (
  id              uuid primary key,
  place_id        uuid not null references registry.places,
  organisation_id uuid not null references registry.organisations,
  title           text not null,
  place_text      text not null,
  skills          text,
  capacity        integer not null check (capacity between 1 and 999),
  opened_on       date not null,
  closed_on       date
);
create index on grid.positions (place_id);

create table grid.claims (
  id              uuid primary key,
  position_id     uuid not null references grid.positions,
  registration_id uuid not null references grid.double_registrations,
  claimed_on      date not null,
  ended_on        date
);
create unique index on grid.claims (position_id, registration_id) where ended_on is null;
create index on grid.claims (registration_id);

-- Hours served. They count once another person has confirmed them; a person's services never overlap; minutes are exact.
create table grid.service_records (
  id                uuid primary key,
  registration_id   uuid not null references grid.double_registrations,
  person_id         uuid not null references registry.people,
  position_id       uuid references grid.positions,
  starts_at         timestamptz not null,
  ends_at           timestamptz not null,
  minutes           integer not null,
  what              text not null,
  state             text not null check (state in ('Recorded', 'Confirmed', 'Refused', 'Replaced')),
  recorded_by       uuid not null references registry.people,
  recorded_at       timestamptz not null,
  decided_by        uuid references registry.people,
  decided_at        timestamptz,
  decision_note     text,
  corrects          uuid unique references grid.service_records,
  correction_reason text,
  check (minutes > 0 and ends_at = starts_at + minutes * interval '1 minute'),
  check (state <> 'Confirmed' or (decided_by is not null and decided_by <> person_id and decided_by <> recorded_by)),
  check ((corrects is null) = (correction_reason is null)),
  constraint no_time_twice exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&) where (state in ('Recorded', 'Confirmed'))
);
create index on grid.service_records (registration_id, starts_at);

-- 反馈函: what a member's unit was told, as it stood then.
create table grid.feedback_letters (
  id              uuid primary key,
  registration_id uuid not null references grid.double_registrations,
  from_day        date not null,
  to_day          date not null check (to_day >= from_day),
  services        integer not null,
  minutes         integer not null,
  words           text,
  issued_as       text not null,
  issued_by       uuid not null references registry.people,
  issued_at       timestamptz not null
);
create index on grid.feedback_letters (registration_id);
