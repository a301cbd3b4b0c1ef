-- The queue (requirement C1): saved filters, response templates, finding by two characters, days of the three rates counted beforehand. Decision 26.

-- The order of the list of open work; with the state in it, its tabs are counted without a look at the rows.
drop index tickets.tickets_compound_id_expr_resolve_due_at_received_at_idx;
create index tickets_open_idx on tickets.tickets (compound_id, (state = 'Replied'), resolve_due_at, received_at) include (state) where state not in ('Closed', 'Withdrawn');
-- Newest first over many compounds, page after page.
create index tickets_received_idx on tickets.tickets (received_at, id);
-- What a unit leads and has not answered; a report, which nobody leads yet, is not in it.
create index tickets_led_idx on tickets.tickets (lead_organisation_id, resolve_due_at)
  where lead_organisation_id is not null and state not in ('Closed', 'Withdrawn', 'Replied');
create index on tickets.returns (decide_due_at) where decided_at is null;
create index on tickets.extensions (asked_at) where decided_at is null;
create index whistles_to_raise_idx on tickets.whistles (blown_for, due_at) where answered_at is null and raised_at is null;
create index whistles_to_assess_idx on tickets.whistles (blown_for, answered_at) where answered_at is not null and assessed_at is null;

-- The pairs of neighbouring characters of a text, each once.
create function tickets.grams(said text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct (letters[n] || letters[n + 1]) collate "C"), '{}')
    from (select string_to_array(regexp_replace(lower(said), '\s', '', 'g'), null) as letters) split
   cross join lateral generate_series(1, cardinality(letters) - 1) n
$$;

-- Beside the ticket, so that a report pays for one short line and not for the index of its words.
create table tickets.ticket_grams (
  ticket_id uuid primary key references tickets.tickets,
  grams     text[] not null
);
create index ticket_grams_idx on tickets.ticket_grams using gin (grams);
comment on table tickets.ticket_grams is 'purpose=matters; basis=contract; retention=with-ticket; sensitive=no';
-- Tickets whose words are to be read (again). A search looks at these too, so nothing is missing for a moment.
create table tickets.words_to_read (
  mark      bigint generated always as identity primary key,
  ticket_id uuid not null
);
comment on table tickets.words_to_read is 'purpose=matters; basis=contract; retention=with-ticket; sensitive=no';

-- A filter of the queue that a person keeps; with an organisation, all who act for it are offered it.
create table tickets.saved_filters (
  id              uuid primary key,
  person_id       uuid not null references registry.people,
  organisation_id uuid references registry.organisations,
  name            text not null,
  tab             text not null,
  category        text,
  place_id        uuid references registry.places,
  words           text,
  is_default      boolean not null default false,
  made_at         timestamptz not null,
  unique (person_id, name)
);
create unique index saved_filters_default_idx on tickets.saved_filters (person_id) where is_default;
create index on tickets.saved_filters (organisation_id) where organisation_id is not null;
comment on table tickets.saved_filters is 'purpose=matters; basis=contract; retention=with-person; sensitive=no; none=tab,category,place_id';

-- An organisation's words for what it says often; with a code it stands in the place of the one that comes with the product.
create table tickets.response_templates (
  id              uuid primary key,
  organisation_id uuid not null references registry.organisations,
  code            text,
  use             text not null,
  title           text not null,
  body            text not null,
  is_off          boolean not null default false,
  set_by          uuid not null references registry.people,
  set_at          timestamptz not null,
  unique (organisation_id, code)
);
create index on tickets.response_templates (organisation_id, set_at);
comment on table tickets.response_templates is 'purpose=matters; basis=contract; retention=as-published; sensitive=no; none=code,use';

-- The counts of the three rates, a compound and a day of receipt a row, for days on which nothing moves by the clock alone any more.
create table tickets.rate_days (
  compound_id          uuid not null references registry.compounds,
  day                  date not null,
  orders               integer not null,
  excluded             integer not null,
  to_contact           integer not null,
  in_time              integer not null,
  solved_answers       integer not null,
  solved               integer not null,
  satisfaction_answers integer not null,
  satisfied            integer not null,
  -- A year of a district is read from this index alone.
  primary key (compound_id, day) include (orders, excluded, to_contact, in_time, solved_answers, solved, satisfaction_answers, satisfied)
);
-- Days of which something changed since; they are counted live until they are counted again.
create table tickets.rate_marks (
  mark        bigint generated always as identity primary key,
  compound_id uuid not null,
  day         date not null
);
-- Up to which day all are counted, and when that was last done.
create table tickets.rate_horizon (
  one        boolean primary key default true check (one),
  through_on date not null,
  counted_at timestamptz not null
);
comment on table tickets.rate_days is 'none=compound_id';
comment on table tickets.rate_marks is 'none=compound_id';

-- New tickets: their words are to be read; what comes in for a day that is counted (or nearly) marks it.
create function tickets.note_added() returns trigger language plpgsql as $$
begin
  insert into tickets.words_to_read (ticket_id) select id from added;
  insert into tickets.rate_marks (compound_id, day)
    select distinct a.compound_id, (a.received_at at time zone 'Asia/Shanghai')::date from added a
     where a.received_at < (select coalesce((max(h.through_on) + 2)::timestamp at time zone 'Asia/Shanghai', 'infinity') from tickets.rate_horizon h);
  return null;
end $$;
create trigger tickets_note_added after insert on tickets.tickets referencing new table as added for each statement execute function tickets.note_added();

create function tickets.note_words() returns trigger language plpgsql as $$
begin
  insert into tickets.words_to_read (ticket_id) values (new.id);
  return null;
end $$;
create trigger tickets_note_words after update of description, place_text on tickets.tickets for each row
  when ((old.description, old.place_text) is distinct from (new.description, new.place_text)) execute function tickets.note_words();

create function tickets.note_rates() returns trigger language plpgsql as $$
begin
  insert into tickets.rate_marks (compound_id, day) values (new.compound_id, (new.received_at at time zone 'Asia/Shanghai')::date);
  return null;
end $$;
create trigger tickets_note_rates after update of state, contacted_at, contact_due_at, solved, satisfaction, excluded on tickets.tickets for each row
  when ((old.state = 'Withdrawn', old.contacted_at, old.contact_due_at, old.solved, old.satisfaction, old.excluded)
    is distinct from (new.state = 'Withdrawn', new.contacted_at, new.contact_due_at, new.solved, new.satisfaction, new.excluded)) execute function tickets.note_rates();

insert into tickets.words_to_read (ticket_id) select id from tickets.tickets;
