-- Registers in and out of Excel: requirement K3.

-- What the contract sheet tells of a service: its number, and the fee in 0.01 yuan per m² and month.
alter table registry.services add column number text, add column fee bigint check (fee > 0);

-- purpose of personal data: the workbook between preview and confirmation, basis as of registry.people; removed after a day.
create table registry.exchange_uploads (
  id          uuid primary key,
  person_id   uuid not null,
  compound_id uuid not null references registry.compounds,
  name        text not null,
  content     bytea not null,
  created_at  timestamptz not null
);
create index on registry.exchange_uploads (created_at);
