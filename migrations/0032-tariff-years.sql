-- The tariff year: a round a year, a sheet an operator, and every step of it a dated row. A sheet's lines are a draft that may be
-- changed until it is handed in; what is published of them lies in tariff_version. How much of a calculation is shown is a rule
-- of tariffs, so the table of its own goes.

drop table tariff_visibility;
alter table tariff_version drop column visibility;

create table tariff_deadline_rule (
  id bigint generated always as identity primary key,
  ownership text not null check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  month int not null check (month between 1 and 12),
  day int not null check (day between 1 and 31),
  valid_from date not null,
  source text not null,
  confirmed boolean not null default false,
  unique (ownership, valid_from)
);
comment on table tariff_deadline_rule is 'When in the year before a sheet is to be handed in, by ownership; the newest in force holds when a round is opened. Danish: frist.';

create table tariff_round (
  year int primary key check (year between 1990 and 2100),
  opened_on date not null,
  note text not null default '',
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
comment on table tariff_round is 'One year''s collection of tariffs. Danish: takstrunde.';

create table tariff_round_deadline (
  id bigint generated always as identity primary key,
  year int not null references tariff_round,
  ownership text not null check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  day date not null,
  source text not null,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamptz not null
);
create index tariff_round_deadline_of on tariff_round_deadline (year, ownership, id desc);
create function tariff_round_deadline_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and nullif(current_setting('faelles.removing_examples', true), '') = 'yes' then return old; end if;
  raise exception 'a deadline stays as it was set' using errcode = '23514';
end $$;
create trigger tariff_round_deadline_stays before update or delete on tariff_round_deadline for each row execute function tariff_round_deadline_stays();
comment on table tariff_round_deadline is 'A round''s deadlines; the newest of an ownership holds. Danish: frist i en runde.';

create table tariff_sheet (
  id bigint generated always as identity primary key,
  year int not null references tariff_round,
  operator_id bigint not null references operator,
  revision int not null default 0,
  example boolean not null default false,
  recorded_at timestamptz not null,
  unique (year, operator_id)
);
create index tariff_sheet_operator on tariff_sheet (operator_id);
comment on table tariff_sheet is 'One operator''s tariffs of a year. revision: counts changes of its lines. Danish: takstskema.';

create table tariff_sheet_step (
  id bigint generated always as identity primary key,
  sheet_id bigint not null references tariff_sheet,
  step text not null check (step in ('begun', 'handed_in', 'asked', 'approved', 'published')),
  day date not null,
  note text,
  lines int,
  actor_id bigint,
  actor_name text not null,
  actor_role text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index tariff_sheet_step_of on tariff_sheet_step (sheet_id, id desc);
comment on table tariff_sheet_step is 'What was done with a sheet; the newest says how it stands. Danish: trin.';

create table tariff_sheet_line (
  id bigint generated always as identity primary key,
  sheet_id bigint not null references tariff_sheet,
  position int not null default 0,
  unit_id bigint not null references offer_unit,
  place_line_id bigint references place_line,
  service text not null default '',
  level text not null default '',
  add_on boolean not null default false,
  per text not null check (per in ('full_day', 'day', 'hour', 'month', 'year', 'course')),
  places numeric(10, 4) check (places >= 0),
  occupancy numeric(7, 4) check (occupancy > 0),
  days int check (days between 1 and 366),
  amount_ore bigint check (amount_ore > 0),
  net_ore bigint check (net_ore > 0),
  costs jsonb not null default '{}',
  regulation_ore bigint,
  valid_from date not null,
  valid_until date not null,
  was text[] not null default '{}',
  note text,
  explanation text,
  origin text,
  recorded_at timestamptz not null,
  check (valid_until > valid_from)
);
create unique index tariff_sheet_line_once on tariff_sheet_line (sheet_id, unit_id, place_line_id, lower(service), lower(level), per, valid_from) nulls not distinct;
create index tariff_sheet_line_unit on tariff_sheet_line (unit_id);
comment on table tariff_sheet_line is 'One tariff of a sheet, as it is proposed. costs: øre by kind of cost; was: what the tariff was called before, several where it was put together. occupancy: a share. Danish: linje i takstskemaet.';

create table tariff_sheet_row (
  draft_id uuid not null references import_draft on delete cascade,
  number int not null,
  sheet text not null default '',
  change text not null check (change in ('new', 'changed', 'same')),
  line jsonb not null,
  name text not null,
  primary key (draft_id, sheet, number)
);
comment on table tariff_sheet_row is 'A row of a workbook that was read, until somebody confirms it. Danish: indlæst række.';

create table tariff_reminder (
  id bigint generated always as identity primary key,
  year int not null references tariff_round,
  operator_id bigint not null references operator,
  day date not null,
  outbox_id bigint references outbox on delete set null,
  recorded_at timestamptz not null
);
create index tariff_reminder_of on tariff_reminder (year, operator_id, day desc);
comment on table tariff_reminder is 'A mail about a sheet that has not been handed in. Danish: påmindelse.';
