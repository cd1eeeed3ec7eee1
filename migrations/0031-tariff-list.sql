-- The tariffs as they are published. A tariff is what is paid for: a service of a unit, at a level, in a unit of price. Its versions
-- are what it costs in a period. A version is frozen the moment it is written: names, places and the rest are those of that day. A
-- correction is a new version with its reason, and the one before is no longer current. tariff_before is only made from these, so
-- that a list can be sorted by what has changed. What is invented for the trial carries example.

create table tariff (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  offer_id bigint not null references offer,
  unit_id bigint not null references offer_unit,
  place_line_id bigint references place_line,
  service text not null default '',
  level text not null default '',
  add_on boolean not null default false,
  per text not null check (per in ('full_day', 'day', 'hour', 'month', 'year', 'course')),
  example boolean not null default false,
  recorded_at timestamptz not null
);
create unique index tariff_once on tariff (unit_id, place_line_id, lower(service), lower(level), per) nulls not distinct;
create index tariff_offer on tariff (offer_id);
comment on table tariff is 'What is paid for, whatever it costs. add_on: paid beside another tariff. Danish: takst, takstlinje.';

create table tariff_version (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  tariff_id bigint not null references tariff,
  year int check (year between 1990 and 2100),
  version int not null default 1 check (version > 0),
  current boolean not null default true,
  newest boolean not null default false,
  withdrawn boolean not null default false,
  corrects_id bigint references tariff_version,
  reason text,
  operator_id bigint references operator,
  operator_name text not null collate danish default '',
  ownership text check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  offer_id bigint not null references offer,
  offer_name text not null collate danish,
  unit_name text not null collate danish,
  municipality_code int references municipality,
  kind text check (kind in ('residential', 'day', 'ambulant', 'respite')),
  service text not null default '',
  level text not null default '',
  add_on boolean not null default false,
  per text not null check (per in ('full_day', 'day', 'hour', 'month', 'year', 'course')),
  bases text[] not null default '{}',
  groups text[] not null default '{}',
  places numeric(10, 4) check (places >= 0),
  occupancy numeric(7, 4) check (occupancy > 0),
  days numeric(7, 4) check (days > 0 and days <= 366),
  amount_ore bigint not null check (amount_ore > 0),
  exact_ore text check (exact_ore ~ '^-?\d+(/[1-9]\d*)?$'),
  temporary_ore bigint,
  net_ore bigint check (net_ore > 0),
  net_told boolean not null default false,
  vat_share numeric(7, 5),
  valid_from date,
  valid_until date,
  basis text not null check (basis in ('calculated', 'not_received')),
  calculation_id bigint,
  visibility text not null default 'price' check (visibility in ('full', 'groups', 'price')),
  sheet_id bigint,
  origin text unique,
  note text,
  source text not null,
  source_url text,
  as_of text,
  as_of_day date,
  example boolean not null default false,
  published_at timestamptz not null,
  actor_id bigint,
  actor_name text not null,
  words text not null generated always as (
    plain((operator_name || ' ' || offer_name || ' ' || unit_name || ' ' || service || ' ' || level) collate "default")) stored,
  check (valid_until > valid_from),
  check ((corrects_id is null) = (reason is null)),
  check (basis = 'not_received' or calculation_id is not null),
  exclude using gist (tariff_id with =, (coalesce(year, 0)) with =, daterange(valid_from, valid_until) with &&) where (current)
);
create unique index tariff_version_number on tariff_version (tariff_id, year, valid_from, version) nulls not distinct;
create index tariff_version_list on tariff_version (operator_name, offer_name, unit_name, service, level, id) where newest;
create index tariff_version_year on tariff_version (year, operator_name, offer_name, unit_name, service, level, id) where current;
create index tariff_version_amount on tariff_version (amount_ore, id) where newest;
create index tariff_version_force on tariff_version (valid_from, valid_until) where current and not withdrawn;
create index tariff_version_offer on tariff_version (offer_id);
create index tariff_version_operator on tariff_version (operator_id);
create index tariff_version_corrects on tariff_version (corrects_id);
create index tariff_version_origin on tariff_version (origin collate "C");
create index tariff_version_sheet on tariff_version (sheet_id);
comment on table tariff_version is 'What a tariff costs in a period, frozen. current: no later version corrects it; newest: of its tariff''s current ones it is the one that begins last. exact_ore: before rounding, as a fraction of whole numbers. Danish: takst, takstversion.';

create function tariff_version_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.example and nullif(current_setting('faelles.removing_examples', true), '') = 'yes' then return old; end if;
    raise exception 'a published tariff stays' using errcode = '23514';
  end if;
  if new.current and not old.current then raise exception 'a corrected tariff stays corrected' using errcode = '23514'; end if;
  if (to_jsonb(new) - '{current,newest,words}'::text[]) is distinct from (to_jsonb(old) - '{current,newest,words}'::text[]) then
    raise exception 'a published tariff stays as it is' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger tariff_version_stays before update or delete on tariff_version for each row execute function tariff_version_stays();

create table tariff_lineage (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('renamed', 'split', 'merged')),
  from_tariff_id bigint not null references tariff,
  to_tariff_id bigint not null references tariff,
  places numeric(10, 4) check (places > 0),
  day date not null,
  reason text not null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null,
  unique (from_tariff_id, to_tariff_id),
  check (from_tariff_id <> to_tariff_id)
);
create index tariff_lineage_to on tariff_lineage (to_tariff_id);
comment on table tariff_lineage is 'What a tariff was before. places: how many went from the one to the other, the weight in a split or a merger; none: those of the tariff that was. Danish: takstens slægtskab.';

create table tariff_before (
  version_id bigint primary key references tariff_version on delete cascade,
  before_ids bigint[] not null,
  before_ore bigint,
  change numeric(12, 6)
);
comment on table tariff_before is 'What the same cost at the end of the year before, by lineage, weighted by places; only made from the other tables. change: as a share. before_ore none: it cannot be weighted.';

create table tariff_visibility (
  id bigint generated always as identity primary key,
  ownership text check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  operator_id bigint references operator,
  shows text not null check (shows in ('full', 'groups', 'price')),
  valid_from date not null,
  source text not null,
  note text,
  confirmed boolean not null default false,
  actor_id bigint,
  actor_name text not null default 'Fælles',
  recorded_at timestamptz not null default now(),
  check (ownership is null or operator_id is null)
);
create index tariff_visibility_of on tariff_visibility (ownership, operator_id, valid_from);
comment on table tariff_visibility is 'How much of a calculation everybody sees, from a day: by ownership, or for one operator, which goes before. Danish: synlighed.';

create table tariff_note (
  id bigint generated always as identity primary key,
  topic text not null check (topic in ('key_figure', 'settlement', 'instrument')),
  key text not null,
  year int check (year between 1990 and 2100),
  label text not null,
  text text not null default '',
  value numeric,
  unit text,
  precise boolean not null default true,
  days int check (days between 0 and 3660),
  valid_from date not null,
  source text not null,
  actor_id bigint,
  actor_name text not null default 'Fælles',
  recorded_at timestamptz not null default now()
);
create index tariff_note_of on tariff_note (topic, key, year, valid_from);
comment on table tariff_note is 'Figures of the whole area, rules of settlement as text with days, and each year''s decision on the tariff instrument; the newest of a key holds. Danish: nøgletal, afregningsregel, takstinstrument.';
