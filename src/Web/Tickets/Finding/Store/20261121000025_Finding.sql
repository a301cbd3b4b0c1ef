-- Early finding (requirement C3): what the weekly look found, groups of tickets that may be one matter, topics for the joint meeting, figures of earlier years.

-- A week that was looked at: one row for all compounds, so that it is done once.
create table tickets.finding_runs (
  week      date primary key,
  at        timestamptz not null,
  rules     text not null,
  compounds integer not null,
  compared  integer not null,
  found     integer not null
);
comment on table tickets.finding_runs is 'none=rules';

-- What was compared in a compound, also where nothing was found.
create table tickets.finding_weeks (
  compound_id uuid not null references registry.compounds,
  week        date not null,
  past_weeks  integer not null,
  reporters   integer not null,
  compared    integer not null,
  primary key (compound_id, week)
);
comment on table tickets.finding_weeks is 'none=week';

-- 热点. The numbers behind it are kept: whoever counts the tickets again comes to the same chance.
create table tickets.hot_spots (
  id             uuid primary key,
  compound_id    uuid not null references registry.compounds,
  week           date not null,
  building_id    uuid references registry.places,
  category       text,
  reporters      integer not null,
  past_reporters integer not null,
  past_weeks     integer not null,
  size           numeric,
  chance         numeric not null,
  corrected      numeric not null,
  compared       integer not null,
  rules          text not null,
  found_at       timestamptz not null
);
create unique index on tickets.hot_spots (compound_id, week, coalesce(building_id, compound_id), coalesce(category, ''));
create index on tickets.hot_spots (week, compound_id);
comment on table tickets.hot_spots is 'none=building_id,category,rules';

-- Topics proposed for the joint meeting, with who is answerable for an answer.
create table tickets.topics (
  id              uuid primary key,
  compound_id     uuid not null references registry.compounds,
  week            date not null,
  origin          text not null,
  label           text not null,
  hot_spot_id     uuid references tickets.hot_spots,
  reporters       integer not null,
  said            integer not null,
  out_of          integer not null,
  past_said       integer not null,
  past_out_of     integer not null,
  likelihood      numeric not null,
  rules           text not null,
  found_at        timestamptz not null,
  proposed_by     uuid references registry.people,
  answerable_id   uuid references registry.people,
  answerable_for  uuid references registry.organisations,
  state           text not null check (state in ('Proposed', 'Taken', 'Dropped')),
  decided_by      uuid references registry.people,
  decided_as      text,
  decided_at      timestamptz,
  reason          text,
  check ((state = 'Proposed') = (decided_at is null)),
  check (state <> 'Dropped' or reason is not null)
);
create unique index on tickets.topics (compound_id, origin, label) where state = 'Proposed' and hot_spot_id is null;
create unique index on tickets.topics (hot_spot_id) where hot_spot_id is not null;
create index on tickets.topics (compound_id, found_at desc);
comment on table tickets.topics is 'purpose=matters; basis=statutory-duty; retention=as-published; sensitive=no; none=origin,label,hot_spot_id,rules,state';

-- 并案: tickets of one compound that may be one matter. The leading ticket is no member.
create table tickets.duplicate_groups (
  id          uuid primary key,
  compound_id uuid not null references registry.compounds,
  lead_id     uuid not null references tickets.tickets,
  state       text not null check (state in ('Proposed', 'Confirmed', 'Rejected', 'Dissolved')),
  rules       text not null,
  found_at    timestamptz not null,
  decided_by  uuid references registry.people,
  decided_as  text,
  decided_at  timestamptz,
  reason      text
);
create unique index on tickets.duplicate_groups (lead_id) where state in ('Proposed', 'Confirmed');
create index on tickets.duplicate_groups (compound_id, found_at desc);
comment on table tickets.duplicate_groups is 'purpose=matters; basis=contract; retention=with-ticket; sensitive=no; none=lead_id,state,rules';

create table tickets.duplicate_members (
  group_id         uuid not null references tickets.duplicate_groups,
  ticket_id        uuid not null references tickets.tickets,
  state            text not null check (state in ('Proposed', 'Confirmed', 'Rejected', 'Left')),
  points           integer not null,
  shared           integer not null,
  is_near          boolean not null,
  is_same_building boolean not null,
  decided_at       timestamptz,
  primary key (group_id, ticket_id)
);
-- A ticket follows one other at most.
create unique index on tickets.duplicate_members (ticket_id) where state = 'Confirmed';
create index on tickets.duplicate_members (ticket_id);
comment on table tickets.duplicate_members is 'none=state';

-- 三多 of years that are over, as another source tells them; the latest of a compound, year and kind holds. Rows are only added.
create table tickets.three_many_figures (
  id          uuid primary key,
  mark        bigint generated always as identity,
  compound_id uuid not null references registry.compounds,
  year        integer not null check (year between 2000 and 2999),
  of          text not null check (of in ('Complaints', 'Disputes', 'Security')),
  count       integer not null check (count between 0 and 1000000),
  source      text not null,
  entered_by  uuid references registry.people,
  entered_as  text not null,
  entered_at  timestamptz not null
);
create index on tickets.three_many_figures (compound_id, year, of, mark desc);
comment on table tickets.three_many_figures is 'purpose=audit; basis=statutory-duty; retention=audit; sensitive=no; none=of,source';
