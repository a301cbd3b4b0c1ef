-- The order of the list of open work, and only what is assigned to somebody.
drop index tickets.tickets_compound_id_resolve_due_at_idx;
create index on tickets.tickets (compound_id, (state = 'Replied'), resolve_due_at, received_at) where state not in ('Closed', 'Withdrawn');
drop index tickets.tickets_assigned_to_resolve_due_at_idx;
create index on tickets.tickets (assigned_to, resolve_due_at) where assigned_to is not null and state not in ('Closed', 'Withdrawn');

-- Numbers are compared for equality alone; bytes are cheaper than a language's rules.
alter table tickets.tickets alter column number type text collate "C";
