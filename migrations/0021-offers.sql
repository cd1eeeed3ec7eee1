-- Offers: operator → offer → unit → place line, with counts and prices as dated rows. The rows are how things stand; offer_change
-- keeps every change with the day it holds from, its source and its actor, so that any day can be read back. Periods are
-- [valid_from, valid_until); no valid_from: as far back as anybody knows. as_of is the age of a fact in its source's own words.
-- What is invented for the trial carries example.

create table municipality (
  code int primary key,
  name text not null,
  region text not null,
  latitude numeric(6, 3),
  longitude numeric(6, 3)
);
comment on table municipality is 'Every Danish municipality; a place to measure from where we know one. Danish: kommune.';

create table operator (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  party_id bigint references party,
  name text not null,
  ownership text check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  ownership_note text,
  cvr text check (cvr ~ '^\d{8}$'),
  p_number text check (p_number ~ '^\d{10}$'),
  ean text check (ean ~ '^\d{13}$'),
  website text,
  mailbox text,
  note text,
  version int not null default 1,
  source text not null,
  source_url text,
  as_of text,
  as_of_day date,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index operator_party on operator (party_id);
create index operator_cvr on operator (cvr);
comment on table operator is 'Who runs offers. Danish: driftsherre.';

create table offer (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  origin text unique,
  operator_id bigint references operator,
  name text not null,
  portal_id text unique check (portal_id ~ '^\d{1,12}$'),
  address text,
  municipality_code int references municipality,
  website text,
  mailbox text,
  status text not null check (status in ('planned', 'running', 'closed')),
  status_note text,
  opens_on date,
  closes_on date,
  offer_type text check (offer_type in ('A', 'B')),
  note text,
  version int not null default 1,
  source text not null,
  source_url text,
  as_of text,
  as_of_day date,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check (closes_on >= opens_on)
);
create index offer_operator on offer (operator_id);
create index offer_name on offer using gin (plain(name) gin_trgm_ops);
comment on table offer is 'Danish: tilbud. origin: the key of a row that came with the program or by import, so that it comes once.';

create table offer_unit (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  offer_id bigint not null references offer,
  name text not null,
  portal_id text check (portal_id ~ '^\d{1,12}$'),
  p_number text check (p_number ~ '^\d{10}$'),
  address text,
  municipality_code int references municipality,
  opens_on date,
  closes_on date,
  note text,
  position int not null default 0,
  version int not null default 1,
  source text not null,
  source_url text,
  as_of text,
  as_of_day date,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check (closes_on >= opens_on)
);
create index offer_unit_offer on offer_unit (offer_id);
create unique index offer_unit_portal on offer_unit (portal_id, offer_id);
create index offer_unit_p_number on offer_unit (p_number);
comment on table offer_unit is 'Danish: afdeling. No municipality of its own: the offer''s.';

create function joined(keys text[]) returns text language sql immutable parallel safe as $$ select array_to_string(keys, ',') $$;

create table place_line (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  unit_id bigint not null references offer_unit,
  label text not null default '',
  kind text check (kind in ('residential', 'day', 'ambulant', 'respite')),
  bases text[] not null default '{}',
  basis_text text,
  basis_evidence text not null default 'stated' check (basis_evidence in ('stated', 'converted', 'inferred', 'not_stated')),
  group_text text,
  age_from int check (age_from between 0 and 120),
  age_to int check (age_to between 0 and 120),
  age_text text,
  valid_from date,
  valid_until date,
  from_line_id bigint references place_line,
  note text,
  version int not null default 1,
  source text not null,
  source_url text,
  as_of text,
  as_of_day date,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check (valid_until > valid_from),
  check (age_to >= age_from),
  exclude using gist (unit_id with =, label with =, (coalesce(kind, '')) with =, (joined(bases)) with =, daterange(valid_from, valid_until) with &&)
);
create index place_line_unit on place_line (unit_id);
comment on table place_line is 'Places of one kind in a unit, under the legal bases they may be used by. bases: keys of legal_basis; none: not stated. Danish: pladslinje.';

create table place_group (
  place_line_id bigint not null references place_line,
  term_id bigint not null references term,
  age_from int check (age_from between 0 and 120),
  age_to int check (age_to between 0 and 120),
  primary key (place_line_id, term_id),
  check (age_to >= age_from)
);
create index place_group_term on place_group (term_id);
comment on table place_group is 'A target group of a place line, with whole years from and to, both included. Danish: målgruppe.';

create table place_count (
  id bigint generated always as identity primary key,
  place_line_id bigint not null references place_line,
  approved int check (approved between 0 and 100000),
  in_use int check (in_use between 0 and 100000),
  budgeted_occupancy numeric(5, 2) check (budgeted_occupancy between 0 and 150),
  valid_from date,
  valid_until date,
  source text not null,
  source_url text,
  as_of text,
  as_of_day date,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check (valid_until > valid_from),
  check (in_use <= approved),
  exclude using gist (place_line_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table place_count is 'How many places a line has in a period: approved, in use, and the occupancy the budget counts on in percent. Danish: pladstal.';

create table offer_price (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  unit_id bigint not null references offer_unit,
  place_line_id bigint references place_line,
  label text not null default '',
  amount_ore bigint not null check (amount_ore > 0),
  per text not null check (per in ('full_day', 'day', 'hour', 'month', 'year', 'course')),
  year int check (year between 1990 and 2100),
  withdrawn boolean not null default false,
  note text,
  version int not null default 1,
  source text not null,
  source_url text,
  as_of text,
  as_of_day date,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create unique index offer_price_once on offer_price (unit_id, place_line_id, label, per, year) nulls not distinct where not withdrawn;
comment on table offer_price is 'A price as a figure with unit, year and source, of a whole unit or of one place line. Danish: pris.';

create table cover_rule (
  ownership text not null check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  covers text not null check (covers in ('all', 'used by others', 'none', 'not said')),
  valid_from date not null,
  text text not null,
  source text not null,
  primary key (ownership, valid_from)
);
comment on table cover_rule is 'Which offers the agreement covers, by who runs them. Danish: regel om, hvad aftalen omfatter.';

create table offer_usage (
  offer_id bigint not null references offer,
  municipality_code int not null references municipality,
  year int not null check (year between 1990 and 2100),
  used boolean not null default true,
  places numeric(8, 2) check (places >= 0),
  source text not null,
  source_url text,
  example boolean not null default false,
  recorded_at timestamptz not null,
  actor_id bigint,
  primary key (offer_id, municipality_code, year)
);
comment on table offer_usage is 'Which municipalities used an offer in a year. No row: not known. Danish: brug.';

create table offer_lineage (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('renamed', 'moved', 'split', 'merged')),
  from_offer_id bigint not null references offer,
  to_offer_id bigint not null references offer,
  unit_id bigint references offer_unit,
  day date not null,
  before text not null,
  after text not null,
  source text not null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index offer_lineage_from on offer_lineage (from_offer_id);
create index offer_lineage_to on offer_lineage (to_offer_id);
comment on table offer_lineage is 'What an offer was before, and what it became. Danish: slægtskab.';

create table offer_change (
  id bigint generated always as identity primary key,
  subject text not null check (subject in ('operator', 'offer', 'unit', 'line', 'count', 'price', 'usage')),
  subject_id bigint not null,
  offer_id bigint references offer,
  operator_id bigint references operator,
  kind text not null,
  valid_from date not null,
  before jsonb,
  after jsonb not null,
  source text not null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index offer_change_subject on offer_change (subject, subject_id, valid_from desc, id desc);
create index offer_change_offer on offer_change (offer_id, id desc);
create index offer_change_operator on offer_change (operator_id, id desc);
comment on table offer_change is 'Every change with the day it holds from. What held on a day is the newest row of each subject that holds from then or before. Danish: ændring.';

create function offer_change_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.example and nullif(current_setting('faelles.removing_examples', true), '') = 'yes' then
    return old;
  end if;
  raise exception 'what was changed stays written' using errcode = '23514';
end $$;
create trigger offer_change_stays before update or delete on offer_change for each row execute function offer_change_stays();

create table search_set (
  id int generated always as identity primary key,
  members text[] not null unique
);
comment on table search_set is 'Sets that many search rows share, compared and counted by number: keys of legal bases, or target groups with their ages as 3@[18,31).';

-- Asked first, since most sets are there already; the second look is for one that another has just made.
create function search_set_of(asked text[]) returns int language plpgsql as $$
declare found_id int;
begin
  select id into found_id from search_set where members = asked;
  if found_id is null then
    insert into search_set (members) values (asked) on conflict (members) do nothing returning id into found_id;
  end if;
  if found_id is null then
    select id into found_id from search_set where members = asked;
  end if;
  return found_id;
end $$;

create function facet_bits(ownership text, kinds text[], status text, covered text, specialised boolean) returns int
language sql immutable parallel safe as $$
  select case ownership when 'municipal' then 1 when 'regional' then 2 when 'self_governing' then 4 when 'private' then 8 else 16 end
    + case when kinds = '{}' then 512 else 32 * ('residential' = any(kinds))::int + 64 * ('day' = any(kinds))::int
      + 128 * ('ambulant' = any(kinds))::int + 256 * ('respite' = any(kinds))::int end
    + case status when 'planned' then 1024 when 'running' then 2048 else 4096 end
    + case covered when 'yes' then 8192 when 'no' then 16384 when 'unknown' then 32768 else 65536 end
    + case when specialised then 131072 else 0 end
$$;

create table offer_search (
  unit_id bigint not null references offer_unit on delete cascade,
  line_id bigint not null,
  offer_id bigint not null,
  operator_id bigint,
  offer_name text not null collate danish,
  ownership text,
  municipality_code int,
  status text not null,
  kinds text[] not null,
  bases_set int not null references search_set,
  groups_set int not null references search_set,
  ages int4multirange,
  places_approved int,
  places_in_use int,
  free_places int,
  free_from date,
  confirmed_on date,
  free_example boolean not null default false,
  price_min_ore bigint,
  price_max_ore bigint,
  price_per text,
  price_year int,
  covered text not null check (covered in ('yes', 'no', 'unknown', 'by usage')),
  used_by_others int,
  specialised boolean not null default false,
  example boolean not null,
  stands_until date,
  facets int not null generated always as (facet_bits(ownership, kinds, status, covered, specialised)) stored,
  words tsvector not null,
  primary key (unit_id, line_id)
);
create index offer_search_words on offer_search using gin (words);
create index offer_search_line on offer_search (line_id);
create index offer_search_offer on offer_search (offer_id);
create index offer_search_operator on offer_search (operator_id);
create index offer_search_stands on offer_search (stands_until);
comment on table offer_search is 'One row a place line, for finding, so that what is asked for is true of the same places; a unit without places has one row with line 0. Only made from the other tables, in the transaction that changes them; stands_until: the day it must be made anew.';

create table offer_word (word text primary key);
create index offer_word_like on offer_word using gist (word gist_trgm_ops);
comment on table offer_word is 'Words that occur in offers, to find what a misspelled word was meant to be.';

-- The same rule as statusOn in offer.ts, for lists.
create function offer_status(status text, opens_on date, closes_on date, day date) returns text language sql immutable parallel safe as $$
  select case
    when closes_on <= day then 'closed'
    when closes_on is null and (status = 'closed' or status = 'planned' and opens_on is null) then status
    when opens_on > day then 'planned'
    else 'running' end
$$;
