-- Ways in (requirement C1): printed sheets of buildings, by what way a ticket came and who took it, neighbours who follow one, lists of the 12345 hotline.

-- An edition of a building's sheet. A code names place and edition; with the next edition the sheets of this one are void.
create table tickets.place_sheets (
  id        uuid primary key,
  place_id  uuid not null references registry.places,
  version   integer not null check (version > 0),
  issued_at timestamptz not null,
  issued_by uuid not null references registry.people,
  voided_at timestamptz,
  voided_by uuid references registry.people,
  unique (place_id, version)
);
create unique index on tickets.place_sheets (place_id) where voided_at is null;
comment on table tickets.place_sheets is 'purpose=matters; basis=contract; retention=as-published; sensitive=no';

-- By what way a ticket came in, where its reporter did not type it in at once. A caller who is not in the register stands here alone, sealed.
create table tickets.intakes (
  ticket_id              uuid primary key references tickets.tickets on delete cascade,
  channel                text not null,
  taken_by               uuid references registry.people,
  taken_as               text,
  told                   boolean not null default false,
  caller_name            bytea,
  caller_phone           bytea,
  sheet_id               uuid references tickets.place_sheets,
  hotline_number         text unique,
  hotline_called_at      timestamptz,
  hotline_contact_due_at timestamptz,
  hotline_resolve_due_at timestamptz,
  is_confidential        boolean not null default false,
  -- Nobody's name or number without the notice of PIPL 17; the hotline gave it before it sent the list.
  check (told or channel = 'Hotline' or (caller_name is null and caller_phone is null)),
  check ((channel = 'Hotline') = (hotline_number is not null)),
  check (not is_confidential or (caller_name is null and caller_phone is null))
);
create index on tickets.intakes (taken_by);
comment on table tickets.intakes is 'purpose=matters; basis=contract; retention=with-ticket; sensitive=no; none=channel,hotline_number';

-- 一起跟进: a neighbour who has the same matter.
create table tickets.follows (
  id        uuid primary key,
  ticket_id uuid not null references tickets.tickets on delete cascade,
  person_id uuid not null references registry.people,
  since     timestamptz not null,
  unique (ticket_id, person_id)
);
create index on tickets.follows (person_id, since desc);
comment on table tickets.follows is 'purpose=matters; basis=contract; retention=with-ticket; sensitive=no';

-- Lists of the hotline between preview and confirmation; removed after a day.
create table tickets.hotline_uploads (
  id         uuid primary key,
  person_id  uuid not null,
  name       text not null,
  content    bytea not null,
  created_at timestamptz not null
);
comment on table tickets.hotline_uploads is 'purpose=matters; basis=contract; retention=exchange-uploads; sensitive=no';
