-- Party organisations, memberships, ways in and out of posts: requirements A3, A4.
alter table registry.organisations
  add column founded_on          date,
  add column founding_document   text,
  add column end_reason          text,
  -- the company or the owners' committee whose Party organisation it is
  add column of_organisation_id  uuid references registry.organisations;
create index on registry.organisations (of_organisation_id) where of_organisation_id is not null;

-- Who belongs to which Party organisation. Purpose of these personal data: the organisation's own work; basis: statutory duty of
-- the organisation and the member's consent; treated as sensitive (domain.md §9.2): names are shown within the organisation's
-- scope only. Kept while the membership lasts and five years after it, then removed.
create table registry.party_memberships (
  id              uuid primary key,
  person_id       uuid not null references registry.people,
  organisation_id uuid not null references registry.organisations,
  way             text not null,
  standing        text not null,
  since           date not null,
  until           date,
  basis           text,
  end_reason      text,
  -- the membership that a transfer ended
  previous_id     uuid references registry.party_memberships,
  check (until >= since)
);
create index on registry.party_memberships (organisation_id);
create index on registry.party_memberships (person_id);
-- One formal membership at a time, and one membership in an organisation.
create unique index on registry.party_memberships (person_id) where way = 'Formal' and until is null;
create unique index on registry.party_memberships (person_id, organisation_id) where until is null;

-- How a post was come by and how it ended; what it rests on; the post that it follows; when its holder declared no interest.
alter table registry.posts
  add column begun_by    text not null default 'Appointed',
  add column basis       text,
  add column ended_by    text,
  add column end_reason  text,
  add column previous_id uuid references registry.posts,
  add column declared_on date;
