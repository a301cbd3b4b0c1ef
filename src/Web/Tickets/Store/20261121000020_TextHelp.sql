-- Text help: what the model learned in this installation, and what became of its suggestions.

-- A model trained on the product's examples together with accepted tickets; the latest one in use holds. counts: how often each piece of
-- one or two characters stood in texts of each category, of pieces that stood in three texts at least: no text can be read from it.
create table tickets.text_models (
  id         uuid primary key,
  number     bigint generated always as identity,
  trained_at timestamptz not null,
  tickets    integer not null,
  tested     integer not null,
  right_before integer not null,
  right_now  integer not null,
  is_used    boolean not null,
  counts     jsonb
);
comment on table tickets.text_models is 'none=counts';

-- What was suggested when a ticket was accepted, and what the person chose.
create table tickets.text_suggestions (
  ticket_id         uuid primary key references tickets.tickets on delete cascade,
  model             bigint not null,
  suggested         text[] not null,
  suggested_urgency text not null,
  share             integer not null check (share between 0 and 1000),
  reported          text not null,
  accepted          text not null,
  accepted_urgency  text not null,
  at                timestamptz not null
);
create index on tickets.text_suggestions (at);
comment on table tickets.text_suggestions is 'none=suggested,suggested_urgency,reported,accepted,accepted_urgency';
