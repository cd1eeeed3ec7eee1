-- Vacancies: how many places of a line are free from a day, who said so and when. A row is never changed: the newest of a line
-- holds, and that somebody stands by it without a change is a row of its own kind. How fresh a row is depends on the day it is
-- read, so only its day is kept. Beside them: the links of the weekly mail, quarterly occupancy, and changes of capacity that
-- have been announced. What is invented for the trial carries example.

create table vacancy_link (
  id bigint generated always as identity primary key,
  receipt uuid not null unique default gen_random_uuid(),
  operator_id bigint not null references operator,
  token_hash bytea not null unique,
  recipient text not null,
  sent_at timestamptz not null,
  works_until date not null,
  outbox_id bigint references outbox on delete set null,
  used_at timestamptz,
  used_for text check (used_for in ('confirmed', 'stated')),
  example boolean not null default false,
  check ((used_at is null) = (used_for is null))
);
create index vacancy_link_operator on vacancy_link (operator_id, id desc);
comment on table vacancy_link is 'One weekly mail a row. Only the hash of the token is kept; works_until is the last day. Danish: svarlink.';

create table vacancy_statement (
  id bigint generated always as identity primary key,
  place_line_id bigint not null references place_line,
  kind text not null check (kind in ('stated', 'confirmed')),
  free int not null check (free between 0 and 100000),
  free_from date not null,
  day date not null,
  role text not null check (role in ('provider', 'contributor', 'approver', 'secretariat', 'link')),
  actor_id bigint,
  actor_name text not null,
  link_id bigint references vacancy_link,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check ((role = 'link') = (link_id is not null))
);
create index vacancy_statement_newest on vacancy_statement (place_line_id, id desc);
create index vacancy_statement_link on vacancy_statement (link_id);
create trigger vacancy_statement_stays before update or delete on vacancy_statement
  for each row execute function offer_change_stays();
comment on table vacancy_statement is 'Places free from a day. 0 is an answer too; no row is none. day: the Copenhagen day it was said. Danish: melding om ledige pladser.';

create table occupancy_return (
  id bigint generated always as identity primary key,
  place_line_id bigint not null references place_line,
  year int not null check (year between 1990 and 2100),
  quarter int not null check (quarter between 1 and 4),
  average numeric(5, 2) not null check (average between 0 and 150),
  budgeted numeric(5, 2) check (budgeted between 0 and 150),
  role text not null check (role in ('provider', 'contributor', 'approver', 'secretariat')),
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index occupancy_return_newest on occupancy_return (place_line_id, year desc, quarter desc, id desc);
create trigger occupancy_return_stays before update or delete on occupancy_return
  for each row execute function offer_change_stays();
comment on table occupancy_return is 'Average occupancy of a quarter in percent, beside what the budget counted on; the newest row holds. Danish: belægning.';

create table capacity_change (
  id bigint generated always as identity primary key,
  origin text unique,
  offer_id bigint not null references offer,
  bases text[] not null default '{}',
  what text not null,
  places_before int check (places_before between 0 and 100000),
  places_after int check (places_after between 0 and 100000),
  effective_on date,
  decided_by text,
  announced_on date not null,
  source text not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index capacity_change_offer on capacity_change (offer_id);
comment on table capacity_change is 'A change of capacity as it was announced; numbers that were not said are missing. Danish: kapacitetsændring.';
