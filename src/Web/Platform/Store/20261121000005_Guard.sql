-- What a request was about, as its address names it: a used request id is no key to another subject.
alter table platform.handled_requests add target text;

-- By what the master key of this database's numbers and cookies is recognised; the key itself never lies here.
create table platform.master_key (
  single  boolean primary key default true check (single),
  mark    bytea not null,
  made_at timestamptz not null
);

-- Whether a stand-in's message went to a made-up person: the demo's outbox shows no others.
alter table platform.sent_messages add made_up boolean not null default false;

-- The audit trail is read newest first by its ids, which grow with time, and by day; every change pays for an index here.
create index on platform.audit_entries using brin (at);

-- The one rule of a term in SQL, first and last day included; Domain has the same one as Post.IsHeldOn.
create function registry.holds(first_day date, last_day date, day date) returns boolean
  language sql immutable parallel safe
  as $$ select first_day <= day and (last_day is null or last_day >= day) $$;

-- Whether a term is not over on the day; it may still lie ahead.
create function registry.not_over(last_day date, day date) returns boolean
  language sql immutable parallel safe
  as $$ select last_day is null or last_day >= day $$;

-- The last day of a post: of its term, or earlier when it was ended.
alter table registry.posts add last_day date generated always as (least(ends_on, ended_on)) stored;

-- In what capacities a person may act. Whether one holds on a day is asked of registry.holds(from_day, to_day, day).
drop view registry.capacities;
create view registry.capacities as
  select p.person_id, 'Post' as kind, p.id, p.kind as post_kind, o.id as organisation_id, o.short_name as organisation_name,
         p.place_id, pl.path as place_path, pl.name as place_name, null::uuid as unit_id, null::text as unit_label,
         p.starts_on as from_day, p.last_day as to_day
    from registry.posts p
    join registry.organisations o on o.id = p.organisation_id
    join registry.places pl on pl.id = p.place_id
  union all
  select w.person_id, 'Owner', w.id, null, null, null, c.id, c.path, c.name, u.id, u.label, w.since, w.until
    from registry.ownerships w join registry.units u on u.id = w.unit_id join registry.places c on c.id = u.compound_id
   where w.person_id is not null
  union all
  select r.person_id, 'Resident', r.id, null, null, null, c.id, c.path, c.name, u.id, u.label, r.since, r.until
    from registry.residencies r join registry.units u on u.id = r.unit_id join registry.places c on c.id = u.compound_id;
