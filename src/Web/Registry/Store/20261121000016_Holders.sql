-- Gaps of issue 3: consent written down for somebody else, care marks that rest on it, what changed of a captain, 转正, the covenant of a
-- self-governing committee as a governing document.

-- A word that somebody else wrote down for the person: who, how it was said, on which day, before whom. A word of the person's own has none of it.
alter table registry.consents
  add column way         text not null default 'Self' check (way in ('Self', 'Oral', 'Paper')),
  add column recorded_by uuid references registry.people,
  add column recorded_as text,
  add column said_on     date,
  add column witness     text,
  add check ((way = 'Self') = (recorded_by is null)),
  add check ((recorded_by is null) = (said_on is null)),
  add check ((recorded_by is null) = (recorded_as is null));
comment on table registry.consents is 'purpose=rights; basis=statutory-duty; retention=consents; sensitive=no; none=purpose,way';

-- 关心帮扶: what help a household asked to be remembered for. Rests on the recorded consent to hardship-mark of the person named, goes when it is withdrawn.
create table grid.care_marks (
  id        uuid primary key,
  unit_id   uuid not null references registry.units,
  person_id uuid not null references registry.people,
  need      text not null check (need in ('LivesAlone', 'HardToWalk', 'CaresForSomebody', 'CallFirst')),
  note      text,
  set_by    uuid not null references registry.people,
  set_as    text not null,
  set_at    timestamptz not null,
  constraint one_mark_a_need unique (unit_id, person_id, need)
);
create index on grid.care_marks (person_id);
comment on table grid.care_marks is 'purpose=care; basis=consent; retention=care-marks; sensitive=yes; none=set_as';

-- What was changed of a captain or grid leader after the appointment. The number itself is not kept here.
create table grid.leader_changes (
  id       uuid primary key,
  post_id  uuid not null references grid.leaders,
  at       timestamptz not null,
  by_id    uuid not null references registry.people,
  by_as    text not null,
  what     text not null check (what in ('Phone', 'Term')),
  old_term date,
  new_term date,
  reason   text
);
create index on grid.leader_changes (post_id, at desc);
comment on table grid.leader_changes is 'purpose=captains; basis=contract; retention=with-person; sensitive=no; none=by_as,what';

-- A registration of 双报到 has a time of its own; what belongs to it goes with it.
alter table grid.claims drop constraint claims_registration_id_fkey,
  add constraint claims_registration_id_fkey foreign key (registration_id) references grid.double_registrations on delete cascade;
alter table grid.service_records drop constraint service_records_registration_id_fkey,
  add constraint service_records_registration_id_fkey foreign key (registration_id) references grid.double_registrations on delete cascade;
alter table grid.feedback_letters drop constraint feedback_letters_registration_id_fkey,
  add constraint feedback_letters_registration_id_fkey foreign key (registration_id) references grid.double_registrations on delete cascade;
comment on table grid.double_registrations is 'purpose=party-work; basis=consent; retention=double-registrations; sensitive=yes';
comment on table grid.service_records is 'purpose=party-work; basis=consent; retention=double-registrations; sensitive=yes; none=state';
comment on table grid.feedback_letters is 'purpose=party-work; basis=consent; retention=double-registrations; sensitive=yes';

-- 转正: the day on which a probationary member became a full one, and the meeting that decided it.
alter table registry.party_memberships
  add column full_since   date check (full_since >= since),
  add column full_meeting text,
  add check ((full_since is null) = (full_meeting is null));
