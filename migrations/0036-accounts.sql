-- Accounts: what a year of a place line came to, or of one tariff of it. A dated fact with its source; a correction is the next
-- version with a reason. What is not told is null, never 0.

create table tariff_account (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  place_line_id bigint not null references place_line,
  label text not null default '',
  year int not null check (year between 1990 and 2100),
  version int not null check (version > 0),
  revenue_ore bigint check (revenue_ore >= 0),
  costs_ore bigint check (costs_ore >= 0),
  regulation_ore bigint,
  budget_ore bigint check (budget_ore >= 0),
  basis_ore bigint check (basis_ore >= 0),
  occupancy_percent numeric(9, 4) check (occupancy_percent > 0),
  days_used int check (days_used >= 0),
  source text not null,
  source_day date not null,
  note text,
  reason text,
  withdrawn boolean not null default false,
  example boolean not null default false,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamptz not null,
  unique (place_line_id, label, year, version),
  check ((revenue_ore is null) = (costs_ore is null) and (revenue_ore is null) = (regulation_ore is null)),
  check (withdrawn or revenue_ore is not null or occupancy_percent is not null),
  check (version = 1 or reason is not null)
);
create index tariff_account_year on tariff_account (year, place_line_id, label, version desc);
comment on table tariff_account is 'One year''s accounts of a place line (label empty) or of one tariff of it. regulation_ore: the part of the revenue that regulated an earlier year; basis_ore: the costs the tariff was made from; days_used: places used, day by day, added up. Danish: regnskab.';

create function tariff_account_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and nullif(current_setting('faelles.removing_examples', true), '') = 'yes' then return old; end if;
  raise exception 'an account stays as it was received' using errcode = '23514';
end $$;
create trigger tariff_account_stays before update or delete on tariff_account for each row execute function tariff_account_stays();

create table account_row (
  draft_id uuid not null references import_draft on delete cascade,
  number int not null,
  sheet text not null default '',
  change text not null check (change in ('new', 'changed', 'same')),
  account jsonb not null,
  name text not null,
  primary key (draft_id, sheet, number)
);
comment on table account_row is 'A row of a workbook of accounts that was read, until somebody confirms it. Danish: indlæst række.';
