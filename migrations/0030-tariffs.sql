-- Tariffs: rules of a kind of their own, and calculations that keep the rules they were made by.
-- A rule of the topic 'tariffs' may be a word among its choices instead of a number, may be unconfirmed, may end, and may have no
-- value yet (then what needs it is refused). It may also begin before the day it is set, since a calculation keeps its own rules.

alter table parameter
  add column topic text not null default 'house' check (topic in ('house', 'tariffs')),
  add column word text,
  add column choices jsonb,
  add column law text,
  add column valid_until date,
  add column confirmed boolean not null default true,
  alter column value drop not null,
  add check (value is null or word is null),
  add check (topic = 'tariffs' or value is not null),
  add check (valid_until > valid_from);
comment on column parameter.choices is 'Word to Danish, of a rule that is a choice.';
comment on column parameter.confirmed is 'false: nobody who decides has said so yet, or no source has been seen.';

create table tariff_rule_set (
  id bigint generated always as identity primary key,
  year int not null check (year between 1990 and 2100),
  digest text not null unique,
  rules jsonb not null,
  recorded_at timestamptz not null
);
create trigger tariff_rule_set_stays before update or delete on tariff_rule_set for each row execute function refuse_change();
comment on table tariff_rule_set is 'The rules of a year as they stood when a calculation used them. Danish: regelsæt.';

create table tariff_calculation (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  place_line_id bigint not null references place_line,
  label text not null default '',
  year int not null check (year between 1990 and 2100),
  version int not null check (version > 0),
  rule_set_id bigint not null references tariff_rule_set,
  ownership text not null check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  unit text not null check (unit in ('full_day', 'day', 'hour')),
  basis jsonb not null,
  result jsonb not null,
  tariff_ore bigint not null,
  temporary_ore bigint not null,
  reason text,
  source text not null,
  example boolean not null default false,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamptz not null,
  unique (place_line_id, label, year, version)
);
create index tariff_calculation_year on tariff_calculation (year, place_line_id, label, version desc);
comment on table tariff_calculation is 'The tariff of a place line for a year; a correction is the next version. basis: the input without its cost lines; result: what came out, with every step. Danish: beregning.';

create table tariff_cost_line (
  calculation_id bigint not null references tariff_calculation on delete cascade,
  position int not null,
  kind text not null,
  part text not null check (part in ('basis', 'service')),
  label text not null,
  form text not null,
  detail jsonb not null,
  source text,
  primary key (calculation_id, position)
);
comment on table tariff_cost_line is 'detail: the amounts in øre, by form. Danish: omkostningslinje.';

create function tariff_calculation_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and nullif(current_setting('faelles.removing_examples', true), '') = 'yes' then
    return old;
  end if;
  raise exception 'a calculation stays as it was made' using errcode = '23514';
end $$;
create trigger tariff_calculation_stays before update or delete on tariff_calculation for each row execute function tariff_calculation_stays();
create trigger tariff_cost_line_stays before update or delete on tariff_cost_line for each row execute function tariff_calculation_stays();
