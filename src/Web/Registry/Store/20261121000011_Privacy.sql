-- Personal-information law (requirement K5, domain.md §9.2): consent, requests, retention; and at every column that holds
-- personal data why it does. How comments are read: docs/architecture.md, "Personal data".
alter table platform.sessions add column confirmed_at timestamptz;
alter table registry.people add column restricted_at timestamptz, add column erased_at timestamptz;
alter table tickets.tickets add column deidentified_at timestamptz;
create index on tickets.tickets (closed_at) where deidentified_at is null and closed_at is not null;

-- Retention by rules takes over from it.
delete from platform.jobs where name = 'purge-leftovers';

-- Which version of the privacy notice a person has read.
create table registry.notice_readings (
  person_id uuid not null references registry.people,
  version   integer not null,
  at        timestamptz not null,
  primary key (person_id, version)
);
comment on table registry.notice_readings is 'purpose=rights; basis=statutory-duty; retention=with-person; sensitive=no';

-- Every word that a person gave or took back; the last one of a purpose holds.
create table registry.consents (
  id        uuid primary key,
  person_id uuid not null references registry.people,
  purpose   text not null,
  version   integer not null,
  given     boolean not null,
  at        timestamptz not null
);
create index on registry.consents (person_id, purpose, at desc);
comment on table registry.consents is 'purpose=rights; basis=statutory-duty; retention=consents; sensitive=no; none=purpose';

-- What people ask for (PIPL 45 to 47) and what was decided (50).
create table registry.rights_requests (
  id              uuid primary key,
  person_id       uuid not null references registry.people,
  place_id        uuid not null references registry.places,
  kind            text not null,
  field           text,
  scope           text,
  proposed_cipher bytea,
  explanation     text,
  state           text not null,
  asked_at        timestamptz not null,
  due_at          timestamptz not null,
  decided_at      timestamptz,
  decided_by      uuid references registry.people,
  decided_as      text,
  ground          text,
  answer          text,
  check ((kind = 'Correction') = (field is not null)),
  check ((kind = 'Deletion') = (scope is not null)),
  check ((state = 'Open') = (decided_at is null))
);
create index on registry.rights_requests (person_id, asked_at desc);
create index on registry.rights_requests (place_id, due_at) where state = 'Open';
create unique index on registry.rights_requests (person_id, kind, coalesce(field, scope)) where state = 'Open';
comment on table registry.rights_requests is 'purpose=rights; basis=statutory-duty; retention=rights-requests; sensitive=no; none=kind,field,scope,state,ground';
comment on column registry.rights_requests.proposed_cipher is 'purpose=rights; basis=statutory-duty; retention=rights-requests; sensitive=yes';

-- What retention did: which rule, how many rows, when.
create table platform.retention_runs (
  id       uuid primary key,
  at       timestamptz not null,
  rule     text not null,
  version  integer not null,
  subject  text not null,
  before   timestamptz not null,
  affected bigint not null
);
create index on platform.retention_runs (at desc);
comment on table platform.retention_runs is 'none=rule,subject';

-- Platform.
comment on table platform.accounts is 'purpose=sign-in; basis=contract; retention=with-account; sensitive=no';
comment on table platform.account_claims is 'purpose=sign-in; basis=contract; retention=with-account; sensitive=no';
comment on table platform.account_logins is 'purpose=sign-in; basis=contract; retention=with-account; sensitive=no';
comment on table platform.account_tokens is 'purpose=sign-in; basis=contract; retention=with-account; sensitive=no';
comment on table platform.account_passkeys is 'purpose=sign-in; basis=contract; retention=with-account; sensitive=no';
comment on table platform.sessions is 'purpose=sign-in; basis=contract; retention=sessions; sensitive=no; none=capacity_kind,way';
comment on table platform.sign_in_codes is 'purpose=sign-in; basis=contract; retention=sign-in-codes; sensitive=no';
comment on table platform.password_tries is 'purpose=sign-in; basis=contract; retention=password-tries; sensitive=no';
comment on table platform.access_tokens is 'purpose=sign-in; basis=contract; retention=access-tokens; sensitive=no; none=capacity_kind';
comment on table platform.data_protection_keys is 'none=name,xml';
comment on table platform.handled_requests is 'purpose=run-platform; basis=contract; retention=request-ids; sensitive=no; none=process';
comment on table platform.audit_entries is 'purpose=audit; basis=statutory-duty; retention=audit; sensitive=no; none=process,capacity_kind,subject_kind';
comment on table platform.audit_seals is 'none=hash';
comment on table platform.audit_unsealed is 'none=entry_id';
comment on table platform.master_key is 'none=mark';
comment on table platform.outbox is 'purpose=notify; basis=contract; retention=until-sent; sensitive=no; none=kind,last_error';
comment on table platform.sent_messages is 'purpose=notify; basis=contract; retention=sent-messages; sensitive=no';
comment on table platform.jobs is 'none=name,last_error';
comment on table platform.attachments is 'purpose=matters; basis=contract; retention=with-ticket; sensitive=no; none=sha256,kind,subject_kind,subject_id';
comment on table platform.notifications is 'purpose=notify; basis=contract; retention=notifications; sensitive=no; none=kind';
comment on table platform.parked_forms is 'purpose=matters; basis=contract; retention=parked-forms; sensitive=no';
comment on table platform.demo_persons is 'none=person_id,role';

-- Registry.
comment on table registry.places is 'none=kind,code,path,name,official_name,initials,source';
comment on table registry.organisations is 'none=kind,name,short_name,initials,credit_code';
comment on table registry.compounds is 'none=type,initials,service_phone,figures_from';
comment on table registry.place_figures is 'none=indicator,source';
comment on table registry.units is 'none=code,number,kind,label,delivery';
comment on table registry.people is 'purpose=run-compound; basis=statutory-duty; retention=people-gone; sensitive=no';
comment on column registry.people.phone_cipher is 'purpose=notify; basis=contract; retention=people-gone; sensitive=no';
comment on column registry.people.phone_index is 'purpose=sign-in; basis=contract; retention=people-gone; sensitive=no';
comment on column registry.people.phone_masked is 'purpose=notify; basis=contract; retention=people-gone; sensitive=no';
comment on column registry.people.identity_cipher is 'purpose=identify; basis=statutory-duty; retention=people-gone; sensitive=yes';
comment on column registry.people.identity_index is 'purpose=identify; basis=statutory-duty; retention=people-gone; sensitive=yes';
comment on column registry.people.identity_masked is 'purpose=identify; basis=statutory-duty; retention=people-gone; sensitive=yes';
comment on column registry.people.party_member is 'purpose=party-work; basis=consent; retention=people-gone; sensitive=yes';
comment on table registry.ownerships is 'purpose=run-compound; basis=statutory-duty; retention=with-person; sensitive=no';
comment on table registry.residencies is 'purpose=run-compound; basis=statutory-duty; retention=with-person; sensitive=no';
comment on table registry.posts is 'purpose=posts; basis=statutory-duty; retention=as-published; sensitive=no; none=kind';
comment on table registry.unmaskings is 'purpose=audit; basis=statutory-duty; retention=unmaskings; sensitive=no; none=field';
comment on table registry.division_uploads is 'purpose=run-platform; basis=contract; retention=division-uploads; sensitive=no; none=name,content';

comment on table registry.governing_bodies is 'none=kind,state,filing,handed_over';
comment on table registry.body_acts is 'purpose=committees; basis=statutory-duty; retention=as-published; sensitive=no; none=act,from_state,to_state,item,rules';
comment on table registry.body_alerts is 'none=step';
comment on table registry.body_duties is 'none=task';

-- Tickets.
comment on table tickets.tickets is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no; none=number,kind,category,urgency,contact_by,state,service_level,satisfaction';
comment on table tickets.timeline is 'purpose=matters; basis=contract; retention=ticket-texts; sensitive=no; none=act,state';
