-- Associations and alliances with members and work (A7), co-building agreements (A8).

-- What an association is beyond being an organisation.
create table registry.associations (
  organisation_id uuid primary key references registry.organisations,
  founded_on      date not null,
  purpose         text
);

-- purpose of personal data: who belongs to a public body and how he or she came in (its charter); shown to those in its area;
-- kept as the body's record, the person's row follows registry.people.
create table registry.association_members (
  id              uuid primary key,
  association_id  uuid not null references registry.organisations,
  organisation_id uuid references registry.organisations,
  person_id       uuid references registry.people,
  way             text not null,
  decided_by      text not null,
  decided_on      date not null,
  votes_for       integer check (votes_for >= 1),
  votes_cast      integer check (votes_cast >= votes_for),
  joined_on       date not null check (joined_on >= decided_on),
  left_on         date check (left_on >= joined_on),
  leave_reason    text,
  check ((organisation_id is null) <> (person_id is null)),
  check ((way = 'PublicElection') = (votes_for is not null and votes_cast is not null))
);
create index on registry.association_members (association_id);
create index on registry.association_members (organisation_id);
create unique index on registry.association_members (association_id, organisation_id) where left_on is null and organisation_id is not null;
create unique index on registry.association_members (association_id, person_id) where left_on is null and person_id is not null;

create table registry.association_plan_items (
  id             uuid primary key,
  association_id uuid not null references registry.organisations,
  duty           text not null,
  title          text not null,
  due_on         date not null,
  dropped_on     date,
  drop_reason    text
);
create index on registry.association_plan_items (association_id, due_on);

create table registry.association_activities (
  id             uuid primary key,
  association_id uuid not null references registry.organisations,
  plan_item_id   uuid references registry.association_plan_items,
  duty           text not null,
  title          text not null,
  held_on        date not null,
  done           text not null,
  participants   integer not null check (participants >= 1),
  result         text not null
);
create index on registry.association_activities (association_id, held_on);
create index on registry.association_activities (plan_item_id);

create table registry.agreements (
  id               uuid primary key,
  title            text not null,
  first_party_id   uuid not null references registry.organisations,
  second_party_id  uuid not null references registry.organisations,
  starts_on        date not null,
  ends_on          date not null check (ends_on >= starts_on),
  purpose          text,
  state            text not null,
  renews_id        uuid references registry.agreements,
  first_signed_by  uuid references registry.people,
  first_signed_at  timestamptz,
  first_signed_as  text,
  second_signed_by uuid references registry.people,
  second_signed_at timestamptz,
  second_signed_as text,
  closed_on        date,
  close_reason     text,
  check (first_party_id <> second_party_id),
  check (first_signed_by <> second_signed_by),
  check (state in ('Draft', 'Terminated') or (first_signed_by is not null and second_signed_by is not null))
);
create index on registry.agreements (first_party_id);
create index on registry.agreements (second_party_id);
create index on registry.agreements (state, ends_on);
-- One living successor.
create unique index on registry.agreements (renews_id) where state <> 'Terminated';

create table registry.commitments (
  id           uuid primary key,
  agreement_id uuid not null references registry.agreements,
  position     integer not null,
  side         text not null,
  promise      text not null,
  measure      text not null,
  due_on       date not null,
  reminded_on  date,
  overdue_on   date,
  climbed_on   date,
  unique (agreement_id, position)
);

create table registry.fulfilments (
  id            uuid primary key,
  commitment_id uuid not null references registry.commitments,
  done_on       date not null,
  report        text not null,
  proved_by     uuid not null references registry.people,
  proved_as     text not null,
  proved_at     timestamptz not null,
  accepted      boolean,
  checked_by    uuid references registry.people,
  checked_as    text,
  checked_at    timestamptz,
  note          text,
  check (checked_by <> proved_by),
  check ((accepted is null) = (checked_at is null))
);
create index on registry.fulfilments (commitment_id);
-- One proof at a time waits, and one accepted proof settles a commitment.
create unique index on registry.fulfilments (commitment_id) where accepted is null or accepted;
