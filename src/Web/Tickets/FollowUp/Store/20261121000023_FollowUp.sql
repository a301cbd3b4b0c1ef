-- 跟踪督促 (requirement C1; domain.md §5, escalation ladder): every step of the ladder that was taken, by the platform or by a person.
-- No index on tickets.tickets: a report pays nothing for it; the open tickets are found by their partial index.
create table tickets.follow_up_steps (
  id             uuid primary key,
  ticket_id      uuid not null references tickets.tickets,
  round          integer not null,
  step           text not null,
  kind           text not null,
  -- Talks and listings can come again in a round; steps of the platform cannot.
  nth            integer not null default 1,
  due_at         timestamptz not null,
  at             timestamptz not null,
  rules          integer not null,
  taken_by       uuid references registry.people,
  answerable_id  uuid references registry.people,
  answerable_for uuid references registry.organisations,
  note           text,
  talked_with    text,
  until_on       date,
  answered_by    uuid references registry.people,
  answered_at    timestamptz,
  answer         text,
  ended_by       uuid references registry.people,
  ended_at       timestamptz,
  ended_note     text,
  unique (ticket_id, round, step, nth)
);
-- What waits for an answer, by person and by unit.
create index on tickets.follow_up_steps (answerable_id, at) where answered_at is null and kind <> 'Reminder';
create index on tickets.follow_up_steps (answerable_for, at) where answered_at is null and kind <> 'Reminder';
-- Listings that stand.
create unique index on tickets.follow_up_steps (ticket_id) where kind = 'Listing' and ended_at is null;
create index on tickets.follow_up_steps (until_on) where kind in ('Listing', 'Interview') and ended_at is null;
comment on table tickets.follow_up_steps is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no; none=step,kind';
