-- The mark of Party membership rests on the person's own consent; nobody sets it otherwise, whichever way it is written (domain.md §9.2).
update registry.people p set party_member = false
 where p.party_member and (select c.given from registry.consents c where c.person_id = p.id and c.purpose = 'party-mark' order by c.at desc, c.id desc limit 1) is distinct from true;

create function registry.party_mark_needs_consent() returns trigger language plpgsql as $$
begin
  if exists (select from registry.people p where p.id = new.id and p.party_member)
     and (select c.given from registry.consents c where c.person_id = new.id and c.purpose = 'party-mark' order by c.at desc, c.id desc limit 1) is distinct from true then
    raise exception 'the Party mark of % rests on no consent', new.id using errcode = 'check_violation', constraint = 'party_mark_needs_consent';
  end if;
  return null;
end $$;

-- Looked at when the transaction ends: a person and the consent may come in either order.
create constraint trigger party_mark_needs_consent after insert or update of party_member on registry.people
  deferrable initially deferred for each row when (new.party_member) execute function registry.party_mark_needs_consent();

-- Whom a Party organisation knows as a member, by mark or by its own register; for its own figures and for reporting in (双报到).
create function registry.is_known_member(person uuid, day date) returns boolean stable language sql as $$
  select exists (select from registry.people p where p.id = person and p.party_member)
      or exists (select from registry.party_memberships m where m.person_id = person and registry.holds(m.since, m.until, day))
$$;

-- What a branch keeps of its members' reporting in is its own register, as its memberships are; the mark at the person rests on consent.
comment on table grid.double_registrations is 'purpose=party-work; basis=statutory-duty; retention=double-registrations; sensitive=yes';
comment on table grid.service_records is 'purpose=party-work; basis=statutory-duty; retention=double-registrations; sensitive=yes; none=state';
comment on table grid.feedback_letters is 'purpose=party-work; basis=statutory-duty; retention=double-registrations; sensitive=yes';
