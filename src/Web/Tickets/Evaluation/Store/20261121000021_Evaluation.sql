-- Evaluation (requirement C1, domain.md §5): answers in the timeline, exclusions by two people, return visits, the index of the three rates.

-- What the reporter answered at this step; the ticket itself holds the answers that count now.
alter table tickets.timeline add column solved boolean, add column satisfaction text;
update tickets.timeline l set solved = t.solved, satisfaction = t.satisfaction
  from tickets.tickets t where t.id = l.ticket_id and l.act = 'Confirm';
comment on column tickets.timeline.satisfaction is 'personal=none';

-- Out of which rates a granted exclusion takes the ticket.
alter table tickets.tickets add column excluded text check (excluded in ('All', 'Revisit'));
comment on column tickets.tickets.excluded is 'personal=none';

-- The three rates are read from this index alone, compound by compound.
drop index if exists tickets.tickets_compound_id_received_at_idx;
create index tickets_rates_idx on tickets.tickets (compound_id, received_at desc)
  include (contact_due_at, contacted_at, solved, satisfaction, excluded, state);

-- A request to leave a ticket out of the rates, and the words about it. Granted once two people, neither of them the requester, approved.
create table tickets.exclusions (
  id            uuid primary key,
  ticket_id     uuid not null references tickets.tickets,
  reason        text not null check (reason in ('WrongDispatch', 'OutOfLaw', 'NoValidAnswer')),
  note          text,
  requested_at  timestamptz not null,
  requested_by  uuid references registry.people,
  requested_as  text not null,
  first_at      timestamptz,
  first_by      uuid references registry.people,
  first_as      text,
  second_at     timestamptz,
  second_by     uuid references registry.people,
  second_as     text,
  ended_at      timestamptz,
  ended_by      uuid references registry.people,
  ended_as      text,
  ended         text check (ended in ('Rejected', 'TakenBack', 'Superseded')),
  ended_note    text,
  -- Whoever is known is told apart by id; of another system's people only the name there is known.
  requester     text generated always as (coalesce(requested_by::text, requested_as)) stored,
  approver      text generated always as (coalesce(first_by::text, first_as)) stored,
  second        text generated always as (coalesce(second_by::text, second_as)) stored,
  constraint exclusions_words_are_whole check (
    (first_at is null) = (approver is null) and (second_at is null) = (second is null) and (ended_at is null) = (ended is null)),
  constraint exclusions_requester_does_not_approve check (approver <> requester and second <> requester),
  constraint exclusions_two_people_approve check (second is null or (approver is not null and second <> approver)),
  constraint exclusions_end_or_are_granted check (second is null or ended is null)
);
create index on tickets.exclusions (ticket_id, requested_at);
create unique index exclusions_one_at_a_time on tickets.exclusions (ticket_id) where second_at is null and ended_at is null;
comment on table tickets.exclusions is 'purpose=matters; basis=statutory-duty; retention=with-ticket; sensitive=no; none=reason,ended';

-- What is decided stays decided; only a text may be emptied when its time is over.
create function tickets.keep_decided_exclusion() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.second_at is not null or old.ended_at is not null) and
     (new.id, new.ticket_id, new.reason, new.requested_at, new.requested_by, new.requested_as, new.first_at, new.first_by, new.first_as,
      new.second_at, new.second_by, new.second_as, new.ended_at, new.ended_by, new.ended_as, new.ended)
       is distinct from
     (old.id, old.ticket_id, old.reason, old.requested_at, old.requested_by, old.requested_as, old.first_at, old.first_by, old.first_as,
      old.second_at, old.second_by, old.second_as, old.ended_at, old.ended_by, old.ended_as, old.ended)
  then
    raise exception 'A decided exclusion is not changed.' using errcode = 'check_violation', constraint = 'exclusions_stay_decided';
  end if;
  return new;
end $$;
create trigger exclusions_stay_decided before update or delete on tickets.exclusions for each row execute function tickets.keep_decided_exclusion();

-- No ticket leaves the rates but by a granted exclusion of a fitting reason.
create function tickets.check_excluded() returns trigger language plpgsql as $$
begin
  if not exists (select from tickets.exclusions e
                  where e.ticket_id = new.id and e.second_at is not null and (e.reason = 'NoValidAnswer') = (new.excluded = 'Revisit')) then
    raise exception 'A ticket leaves the rates by a granted exclusion only.' using errcode = 'check_violation', constraint = 'tickets_excluded_is_granted';
  end if;
  return null;
end $$;
create constraint trigger tickets_excluded_is_granted after insert or update of excluded on tickets.tickets
  deferrable initially deferred for each row when (new.excluded is not null) execute function tickets.check_excluded();

-- Return visits (回访). One for each closing of a ticket that was drawn.
create table tickets.return_visits (
  id          uuid primary key,
  ticket_id   uuid not null references tickets.tickets,
  compound_id uuid not null references registry.compounds,
  -- How often the ticket had been reopened: a ticket that is closed again may be drawn again.
  round       integer not null,
  cause       text not null,
  policy      text not null,
  drawn_at    timestamptz not null,
  due_on      date not null,
  state       text not null check (state in ('Open', 'Answered', 'Unreachable')),
  attempts    integer not null default 0,
  done_at     timestamptz,
  unique (ticket_id, round),
  check ((state = 'Open') = (done_at is null))
);
create index on tickets.return_visits (compound_id, due_on) where state = 'Open';
create index on tickets.return_visits (compound_id, done_at desc) where state <> 'Open';
comment on table tickets.return_visits is 'purpose=matters; basis=statutory-duty; retention=with-ticket; sensitive=no; none=cause,policy,state';

-- What was drawn from what, so that the lot can be checked.
create table tickets.visit_draws (
  compound_id uuid not null references registry.compounds,
  month       date not null,
  policy      text not null,
  closed      integer not null,
  drawn       integer not null,
  drawn_at    timestamptz not null,
  primary key (compound_id, month)
);
comment on table tickets.visit_draws is 'none=policy';
create index on tickets.tickets (closed_at) where state = 'Closed';
