-- Governing documents of a compound: requirement A10. The rules about them are data of Domain (Registry/Documents/*.json).
create table registry.document_versions (
  id            uuid primary key,
  compound_id   uuid not null references registry.compounds,
  kind          text not null,
  number        integer not null check (number > 0),
  state         text not null,
  made_at       timestamptz not null,
  made_by       uuid references registry.people,
  made_as       text not null,
  published_on  date,
  comment_until date check (comment_until >= published_on),
  decided_on    date,
  decided_by    text,
  matter        text,
  -- areas are whole 0.01 m², as the decision paper has them
  all_area      bigint check (all_area > 0),
  all_heads     integer check (all_heads > 0),
  part_area     bigint check (part_area between 0 and all_area),
  part_heads    integer check (part_heads between 0 and all_heads),
  for_area      bigint check (for_area between 0 and part_area),
  for_heads     integer check (for_heads between 0 and part_heads),
  uncommented_reason text,
  -- required clauses that it was adopted without, and why
  missing       text[] not null,
  missing_reason text check (missing_reason is not null or missing = '{}'),
  -- the profiles by which it was checked, as sichuan@1+national@1
  rules         text not null,
  effective_on  date check (effective_on >= decided_on),
  ended_on      date,
  end_reason    text,
  unique (compound_id, kind, number),
  check (state not in ('Adopted', 'InForce', 'Superseded', 'Repealed') or (decided_on is not null and decided_by is not null and effective_on is not null)),
  check (state not in ('Superseded', 'Repealed', 'Withdrawn') or ended_on is not null)
);
-- One version of a kind is in force in a compound, and one is on its way.
create unique index document_in_force on registry.document_versions (compound_id, kind) where state = 'InForce';
create unique index document_under_way on registry.document_versions (compound_id, kind) where state in ('Draft', 'PublishedForComment', 'Adopted');
create index on registry.document_versions (effective_on) where state = 'Adopted';

create table registry.document_blocks (
  version_id uuid not null references registry.document_versions,
  position   integer not null check (position >= 0),
  kind       text not null,
  label      text not null,
  text       text not null,
  primary key (version_id, position)
);

-- Which article fulfils a required clause, as a person has said.
create table registry.document_marks (
  version_id uuid not null references registry.document_versions,
  clause     text not null,
  position   integer not null,
  primary key (version_id, clause)
);

-- Purpose of personal data (person_id, unit_id, text): owners' and residents' part in making the rules that bind them; basis: Civil Code 278
-- and consent by sending the comment; the name is never published; kept as long as the version is, the person is taken out with the household.
create table registry.document_comments (
  id          uuid primary key,
  version_id  uuid not null references registry.document_versions,
  position    integer,
  person_id   uuid not null references registry.people,
  unit_id     uuid references registry.units,
  said_as     text not null,
  text        text not null,
  at          timestamptz not null,
  answer      text,
  answered_at timestamptz,
  answered_as text,
  -- the words are kept from the public, for example because they name somebody; the answer says why
  withheld    boolean not null,
  check (answer is not null or not withheld)
);
create index on registry.document_comments (version_id, at);
create index on registry.document_comments (person_id);

comment on table registry.document_versions is 'purpose=run-compound; basis=statutory-duty; retention=as-published; sensitive=no; none=kind,state,decided_by,missing,rules';
comment on table registry.document_blocks is 'none=kind,label,text';
comment on table registry.document_marks is 'none=clause';
comment on table registry.document_comments is 'purpose=run-compound; basis=statutory-duty; retention=with-person; sensitive=no; none=said_as';
