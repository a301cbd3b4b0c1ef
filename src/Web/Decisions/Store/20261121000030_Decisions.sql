-- Owners' decisions (requirement B2; domain.md §§1.1–1.8): questions, frozen rolls, ballots, tree, heads, count.
create schema decisions;

create table decisions.votes (
  id               uuid primary key,
  compound_id      uuid not null references registry.compounds,
  title            text not null,
  background       text not null,
  state            text not null,
  opens_at         timestamptz not null,
  closes_at        timestamptz not null,
  -- under which rules: matters and thresholds, and those of the place
  rules            text not null,
  local_rules      text not null,
  count_parking    boolean not null,
  non_return       text not null,
  most_principals  integer check (most_principals > 0),
  prepared_as      text not null,
  prepared_at      timestamptz not null,
  noticed_on       date,
  -- the roll: drawn when published, drawn anew when corrected, fixed when voting opens
  roll_heads       bigint,
  roll_area        bigint,
  roll_hash        text,
  entries_hash     bytea,
  opened_at        timestamptz,
  closed_at        timestamptz,
  -- the tree of accepted ballots: its size and the peaks at its right edge, 32 bytes each
  tree_size        bigint not null default 0,
  tree_peaks       bytea not null default '',
  published_at     timestamptz,
  objections_until date,
  recounted        boolean not null default false,
  imported         boolean not null default false,
  seats            integer check (seats > 0),
  check (closes_at > opens_at),
  check ((roll_hash is null) = (entries_hash is null))
);
create index on decisions.votes (compound_id, opens_at desc);
create index on decisions.votes (state, opens_at);

create table decisions.questions (
  vote_id  uuid not null references decisions.votes,
  position integer not null,
  matter   text not null,
  class    text not null,
  title    text not null,
  text     text not null,
  amount   bigint check (amount >= 0),
  passed   boolean,
  primary key (vote_id, position)
);

create table decisions.candidates (
  vote_id uuid not null references decisions.votes,
  number  integer not null,
  name    text not null,
  outcome text,
  primary key (vote_id, number)
);

-- A voter is an exact set of owners. key holds their ids, never names; blind is what hides the area in the public ledger.
create table decisions.voters (
  vote_id        uuid not null references decisions.votes,
  index          integer not null,
  key            text not null,
  building       text not null,
  area           bigint not null check (area >= 0),
  blind          bytea,
  commitment     bytea,
  entry          integer,
  primary key (vote_id, index),
  unique (vote_id, key),
  unique (vote_id, entry)
);

-- Every unit of the compound as it was when the roll was drawn; without a voter it gives no vote. One unit, one voter: the key says so.
create table decisions.roll_units (
  vote_id   uuid not null references decisions.votes,
  code      text not null,
  unit_id   uuid references registry.units,
  label     text not null,
  building  text not null,
  use       text not null,
  state     text not null,
  area      bigint check (area >= 0),
  basis     text,
  voter     integer,
  -- ids of those who have a part in the voice, and of the one who casts it; null while co-owners have named nobody
  parts     text[] not null,
  speaker   text,
  primary key (vote_id, code),
  foreign key (vote_id, voter) references decisions.voters (vote_id, index)
);
create index on decisions.roll_units (vote_id, voter);
create unique index on decisions.roll_units (vote_id, unit_id) where unit_id is not null;

-- That the ballot reached a unit: how, when, and what shows it.
create table decisions.deliveries (
  vote_id     uuid not null references decisions.votes,
  code        text not null,
  method      text not null,
  delivered_on date not null,
  proof       text not null,
  recorded_as text not null,
  recorded_at timestamptz not null,
  primary key (vote_id, code),
  foreign key (vote_id, code) references decisions.roll_units (vote_id, code)
);

-- Accepted ballots, by whatever channel: a voter has one, and a unit one voter. Rows are only added.
create table decisions.ballots (
  id          uuid primary key,
  vote_id     uuid not null references decisions.votes,
  voter       integer not null,
  code        text not null,
  channel     text not null,
  cast_by     text not null,
  proxy       text,
  received_at timestamptz not null,
  -- how the right to speak for co-owners was stated, where they had named nobody before
  declared    boolean not null,
  choices     text not null,
  marks       text not null,
  salt        bytea not null check (octet_length(salt) = 16),
  leaf        bigint not null,
  leaf_hash   bytea not null check (octet_length(leaf_hash) = 32),
  receipt     text not null,
  entered_as  text not null,
  unique (vote_id, voter),
  unique (vote_id, leaf),
  foreign key (vote_id, voter) references decisions.voters (vote_id, index),
  foreign key (vote_id, code) references decisions.roll_units (vote_id, code)
);
create index on decisions.ballots (vote_id, receipt);
create index on decisions.ballots (vote_id, proxy) where proxy is not null;

-- Ballots that were not accepted, each with its reason.
create table decisions.refused_ballots (
  id          uuid primary key,
  vote_id     uuid not null references decisions.votes,
  number      text not null,
  code        text not null,
  channel     text not null,
  reason      text not null,
  received_at timestamptz not null,
  entered_as  text not null,
  unique (vote_id, number)
);

-- A paper as a clerk read it: 1 and 2 independently, 3 where they differ.
create table decisions.paper_readings (
  id          uuid primary key,
  vote_id     uuid not null references decisions.votes,
  code        text not null,
  turn        integer not null check (turn between 1 and 3),
  person_id   uuid not null references registry.people,
  read_as     text not null,
  read_at     timestamptz not null,
  received_at timestamptz not null,
  channel     text not null,
  cast_by     text not null,
  proxy       text,
  signed      boolean not null,
  choices     text not null,
  marks       text not null,
  unique (vote_id, code, turn),
  unique (vote_id, code, person_id),
  foreign key (vote_id, code) references decisions.roll_units (vote_id, code)
);

create table decisions.tree_heads (
  vote_id   uuid not null references decisions.votes,
  size      bigint not null,
  root      bytea not null check (octet_length(root) = 32),
  at        timestamptz not null,
  signature bytea not null check (octet_length(signature) = 64),
  primary key (vote_id, size)
);

-- What was done, in the order it was done, with the words that were recorded.
create table decisions.vote_steps (
  id        uuid primary key,
  vote_id   uuid not null references decisions.votes,
  act       text not null,
  state     text not null,
  at        timestamptz not null,
  person_id uuid references registry.people,
  acted_as  text not null,
  words     text
);
create index on decisions.vote_steps (vote_id, at);

-- Who looked at whose ballot, when and why.
create table decisions.ballot_looks (
  id         uuid primary key,
  vote_id    uuid not null references decisions.votes,
  code       text not null,
  by_person  uuid not null references registry.people,
  by_capacity text not null,
  reason     text not null,
  at         timestamptz not null
);
create index on decisions.ballot_looks (vote_id, at desc);

-- Nothing that was counted is changed; it goes as a whole when its time is over (linli.retention says so to the trigger).
create function decisions.only_added() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('linli.retention', true) = 'voting-records' then
    return old;
  end if;
  raise exception 'rows of % are only added', tg_table_name;
end $$;
create trigger only_added before update or delete on decisions.ballots for each row execute function decisions.only_added();
create trigger only_added before update or delete on decisions.tree_heads for each row execute function decisions.only_added();
create trigger only_added before update or delete on decisions.ballot_looks for each row execute function decisions.only_added();
create trigger only_added before update or delete on decisions.paper_readings for each row execute function decisions.only_added();

comment on table decisions.votes is 'purpose=voting; basis=statutory-duty; retention=as-published; sensitive=no; none=state,rules,local_rules,non_return,roll_hash,entries_hash,tree_peaks';
comment on table decisions.questions is 'none=matter,class,title,text';
comment on table decisions.candidates is 'purpose=voting; basis=statutory-duty; retention=as-published; sensitive=no; none=outcome';
comment on table decisions.voters is 'purpose=voting; basis=statutory-duty; retention=voting-records; sensitive=no; none=building,commitment';
comment on table decisions.roll_units is 'purpose=voting; basis=statutory-duty; retention=voting-records; sensitive=no; none=building,use,state,basis';
comment on table decisions.deliveries is 'purpose=voting; basis=statutory-duty; retention=voting-records; sensitive=no; none=method';
comment on table decisions.ballots is 'purpose=voting; basis=statutory-duty; retention=voting-records; sensitive=yes; none=channel,leaf_hash,salt,receipt';
comment on table decisions.refused_ballots is 'purpose=voting; basis=statutory-duty; retention=voting-records; sensitive=no; none=channel,reason';
comment on table decisions.paper_readings is 'purpose=voting; basis=statutory-duty; retention=voting-records; sensitive=yes; none=channel';
comment on table decisions.tree_heads is 'none=root,signature';
comment on table decisions.vote_steps is 'purpose=voting; basis=statutory-duty; retention=as-published; sensitive=no; none=act,state';
comment on table decisions.ballot_looks is 'purpose=voting; basis=statutory-duty; retention=voting-records; sensitive=no';
