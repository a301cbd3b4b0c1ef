-- Places, people, organisations, posts: requirements A1–A4.
create schema registry;
create extension if not exists pg_trgm;

-- Chinese by pinyin, and 第2 before 第10.
create collation natural_order (provider = icu, locale = 'zh-u-co-pinyin-kn-true');

create table registry.places (
  id            uuid primary key,
  parent_id     uuid references registry.places,
  kind          text not null,
  code          text not null unique,
  path          text collate "C" not null unique,
  name          text not null,
  official_name text not null,
  initials      text not null,
  source        text not null,
  -- the root, which holds everything, has the empty path
  check (path = '' or path like '%/')
);
create index on registry.places (parent_id);
create index on registry.places using gin (name gin_trgm_ops);
create index on registry.places (initials text_pattern_ops);

create table registry.organisations (
  id          uuid primary key,
  kind        text not null,
  name        text not null,
  short_name  text not null,
  initials    text not null,
  parent_id   uuid references registry.organisations,
  place_id    uuid not null references registry.places,
  credit_code text unique,
  ended_on    date
);
create index on registry.organisations (place_id);
create index on registry.organisations (parent_id);
create index on registry.organisations using gin (name gin_trgm_ops);

-- What a compound is beyond being a place. households and residents are figures as reported, not counts of rows.
create table registry.compounds (
  place_id      uuid primary key references registry.places,
  type          text not null,
  initials      text not null,
  households    integer,
  residents     integer,
  delivered_on  date,
  service_phone text,
  figures_from  text
);

-- Figures that a source reports of a place, for example its residents; shown with their source.
create table registry.place_figures (
  place_id  uuid not null references registry.places,
  indicator text not null,
  value     bigint not null,
  as_of     date not null,
  source    text not null,
  primary key (place_id, indicator, as_of)
);

-- Which organisation serves a compound (contract details come with requirement D1).
create table registry.services (
  id              uuid primary key,
  compound_id     uuid not null references registry.compounds,
  organisation_id uuid not null references registry.organisations,
  starts_on       date not null,
  ends_on         date
);
create index on registry.services (compound_id);
create index on registry.services (organisation_id);

-- Areas are whole 0.01 m²; which one counts is decided by the rule of domain.md §1.2.
create table registry.units (
  id              uuid primary key,
  place_id        uuid not null references registry.places,
  compound_id     uuid not null references registry.compounds,
  code            text not null unique,
  number          text not null,
  kind            text not null,
  label           text not null,
  floor           integer,
  registered_area bigint check (registered_area >= 0),
  surveyed_area   bigint check (surveyed_area >= 0),
  contract_area   bigint check (contract_area >= 0),
  delivery        text not null
);
create index on registry.units (compound_id, code);
create index on registry.units (place_id);

-- purpose of personal data: running the compound (PIPL 13, statutory duty and contract); kept while the person has a
-- household, post or open matter here, then removed. Phone and identity number: encrypted, found by blind index only.
create table registry.people (
  id              uuid primary key,
  name            text not null,
  initials        text not null,
  phone_cipher    bytea,
  phone_index     bytea unique,
  phone_masked    text,
  identity_cipher bytea,
  identity_index  bytea unique,
  identity_masked text,
  party_member    boolean not null default false,
  made_up         boolean not null default false,
  created_at      timestamptz not null
);
create index on registry.people using gin (name gin_trgm_ops);
create index on registry.people (initials text_pattern_ops);

-- An owner is a person or, for the developer's unsold units, an organisation.
create table registry.ownerships (
  id                uuid primary key,
  unit_id           uuid not null references registry.units,
  person_id         uuid references registry.people,
  organisation_id   uuid references registry.organisations,
  share_numerator   integer not null check (share_numerator > 0),
  share_denominator integer not null check (share_denominator >= share_numerator),
  since             date not null,
  until             date,
  check ((person_id is null) <> (organisation_id is null))
);
create index on registry.ownerships (unit_id);
create index on registry.ownerships (person_id);
create unique index on registry.ownerships (unit_id, person_id) where until is null and person_id is not null;

create table registry.residencies (
  id        uuid primary key,
  unit_id   uuid not null references registry.units,
  person_id uuid not null references registry.people,
  relation  text not null,
  since     date not null,
  until     date
);
create index on registry.residencies (unit_id);
create index on registry.residencies (person_id);
create unique index on registry.residencies (unit_id, person_id) where until is null;

create table registry.posts (
  id              uuid primary key,
  person_id       uuid not null references registry.people,
  organisation_id uuid not null references registry.organisations,
  kind            text not null,
  place_id        uuid not null references registry.places,
  starts_on       date not null,
  ends_on         date,
  ended_on        date,
  check (ends_on >= starts_on)
);
create index on registry.posts (person_id);
create index on registry.posts (organisation_id);
create index on registry.posts (place_id);

-- Who looked at a personal number, when and why (PIPL 44, K5).
create table registry.unmaskings (
  id          uuid primary key,
  person_id   uuid not null references registry.people,
  by_person   uuid not null references registry.people,
  by_capacity text not null,
  field       text not null,
  reason      text not null,
  at          timestamptz not null
);
create index on registry.unmaskings (person_id, at desc);

-- In what capacities a person may act: posts, ownerships, residencies. Whether one holds today is asked of from_day and to_day.
create view registry.capacities as
  select p.person_id, 'Post' as kind, p.id, p.kind as post_kind, o.id as organisation_id, o.short_name as organisation_name,
         p.place_id, pl.path as place_path, pl.name as place_name, null::uuid as unit_id, null::text as unit_label,
         case when pl.kind in ('Compound', 'Building', 'Entrance') then pl.id end as near_place_id,
         p.starts_on as from_day, least(p.ends_on, p.ended_on) as to_day
    from registry.posts p
    join registry.organisations o on o.id = p.organisation_id
    join registry.places pl on pl.id = p.place_id
  union all
  select w.person_id, 'Owner', w.id, null, null, null, c.id, c.path, c.name, u.id, u.label, c.id, w.since, w.until
    from registry.ownerships w join registry.units u on u.id = w.unit_id join registry.places c on c.id = u.compound_id
   where w.person_id is not null
  union all
  select r.person_id, 'Resident', r.id, null, null, null, c.id, c.path, c.name, u.id, u.label, c.id, r.since, r.until
    from registry.residencies r join registry.units u on u.id = r.unit_id join registry.places c on c.id = u.compound_id
   where not exists (select 1 from registry.ownerships w where w.unit_id = r.unit_id and w.person_id = r.person_id and w.until is null);

-- Tables of divisions between preview and confirmation; removed after a day.
create table registry.division_uploads (
  id         uuid not null,
  position   integer not null,
  person_id  uuid not null,
  name       text not null,
  content    bytea not null,
  created_at timestamptz not null,
  primary key (id, position)
);
