-- Offers that the agreement looks after in particular: the most specialised and their task-force cases, national and part-national
-- offers with their figures, special education by municipality, and the cases of Børnehus Sjælland. Every row is something somebody
-- said on a day; a row is never changed, the newest of its kind holds. No row is not 0, and a figure that is taken back is a row
-- without a value. What is invented for the trial carries example.

create table specialised_offer (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9-]{1,80}$'),
  name text not null,
  offer_id bigint references offer,
  note text,
  recorded_at timestamptz not null
);
create unique index specialised_offer_once on specialised_offer (offer_id);
comment on table specialised_offer is 'An offer that is or was among the most specialised; offer_id: the same in the register, where it is there. Danish: mest specialiseret tilbud.';

create table specialised_event (
  id bigint generated always as identity primary key,
  origin text unique,
  specialised_id bigint not null references specialised_offer,
  kind text not null check (kind in ('listed', 'assessed', 'left', 'linked')),
  day date not null,
  day_text text,
  speciality text,
  assessed_by text,
  target_group text,
  criteria text[] not null default '{}',
  result text check (result in ('specialised', 'not_specialised', 'open')),
  follow_up boolean not null default false,
  note text,
  source text not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check ((kind = 'listed') = (speciality is not null)),
  check ((kind = 'assessed') = (result is not null)),
  check ((kind = 'assessed') = (assessed_by is not null))
);
create index specialised_event_of on specialised_event (specialised_id, day, id);
create trigger specialised_event_stays before update or delete on specialised_event
  for each row execute function offer_change_stays();
comment on table specialised_event is 'What happened to an offer on the list: put on it, assessed, taken off. Danish: vurdering.';

create table task_force_case (
  id bigint generated always as identity primary key,
  specialised_id bigint not null references specialised_offer,
  raised_on date not null,
  raised_by text not null,
  party_id bigint references party,
  reason text not null,
  due_on date,
  source text not null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check (due_on >= raised_on)
);
create index task_force_case_of on task_force_case (specialised_id);
create trigger task_force_case_stays before update or delete on task_force_case
  for each row execute function offer_change_stays();
comment on table task_force_case is 'An offer on the list is in trouble, and somebody has said so. Danish: task force-sag.';

create table task_force_step (
  id bigint generated always as identity primary key,
  case_id bigint not null references task_force_case,
  kind text not null check (kind in ('convened', 'action', 'moved', 'done', 'dropped', 'note', 'closed', 'reopened')),
  day date not null,
  text text not null,
  responsible text,
  due_on date,
  action_id bigint references task_force_step,
  internal boolean not null default false,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check ((kind in ('action', 'convened')) = (responsible is not null)),
  check ((kind in ('action', 'moved')) = (due_on is not null)),
  check ((kind in ('moved', 'done', 'dropped')) = (action_id is not null)),
  check (internal = (kind = 'note'))
);
create index task_force_step_of on task_force_step (case_id, id);
create trigger task_force_step_stays before update or delete on task_force_step
  for each row execute function offer_change_stays();
comment on table task_force_step is 'One step of a case with its day and actor; responsible: a function or an organisation, also of whoever convenes. Danish: skridt i en sag.';

create table national_group (
  key text primary key,
  label text not null,
  parent text references national_group,
  position int not null,
  note text
);
comment on table national_group is 'Kinds of national offers; a group under another counts in its figures. Danish: slags lands- og landsdelsdækkende tilbud.';

create table national_offer (
  id bigint generated always as identity primary key,
  origin text unique,
  group_key text not null references national_group,
  name text not null,
  region text,
  offer_id bigint references offer,
  valid_from date not null,
  valid_until date,
  note text,
  source text not null,
  source_day date not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check (valid_until > valid_from)
);
create unique index national_offer_once on national_offer (group_key, name) where valid_until is null;
comment on table national_offer is 'An offer of one of the groups by name, as far as the names are known. Danish: lands- eller landsdelsdækkende tilbud.';

create table national_figure (
  id bigint generated always as identity primary key,
  origin text unique,
  group_key text not null references national_group,
  national_offer_id bigint references national_offer,
  measure text not null check (measure in ('offers', 'places', 'occupancy')),
  year int not null check (year between 1990 and 2100),
  quarter int check (quarter between 1 and 4),
  value numeric(9, 2) check (value >= 0),
  note text,
  source text not null,
  source_day date not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index national_figure_newest on national_figure (group_key, measure, year, id);
create trigger national_figure_stays before update or delete on national_figure
  for each row execute function offer_change_stays();
comment on table national_figure is 'How many offers, places, or what occupancy in percent, of a group or one of its offers, in a year or a quarter. Danish: tal.';

create table national_conclusion (
  id bigint generated always as identity primary key,
  origin text unique,
  year int not null check (year between 1990 and 2100),
  text text not null,
  decided_by text,
  decided_on date,
  source text not null,
  source_day date not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index national_conclusion_newest on national_conclusion (year desc, id desc);
create trigger national_conclusion_stays before update or delete on national_conclusion
  for each row execute function offer_change_stays();
comment on table national_conclusion is 'Does the national capacity fit the need? One text a year; the newest row of a year holds. Danish: årlig konklusion om kapaciteten.';

create table school_usage (
  id bigint generated always as identity primary key,
  offer_id bigint not null references offer,
  municipality_code int not null references municipality,
  year int not null check (year between 1990 and 2100),
  pupils int check (pupils between 0 and 10000),
  source text not null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index school_usage_newest on school_usage (year, offer_id, municipality_code, id desc);
create trigger school_usage_stays before update or delete on school_usage
  for each row execute function offer_change_stays();
comment on table school_usage is 'How many pupils of a municipality an offer of special education has in the school year that begins in year. Danish: brug af specialundervisning.';

create table boernehus_figure (
  id bigint generated always as identity primary key,
  origin text unique,
  kind text not null check (kind in ('actual', 'budget', 'forecast')),
  year int not null check (year between 1990 and 2100),
  municipality_code int references municipality,
  cases int check (cases between 0 and 100000),
  derived boolean not null default false,
  note text,
  source text not null,
  source_day date not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index boernehus_figure_newest on boernehus_figure (year, kind, municipality_code, id desc);
create trigger boernehus_figure_stays before update or delete on boernehus_figure
  for each row execute function offer_change_stays();
comment on table boernehus_figure is 'Cases in a year: what happened, what the budget counted on, what was expected; derived: worked out from what the source says. Danish: sager i Børnehus Sjælland.';

create table boernehus_target (
  id bigint generated always as identity primary key,
  origin text unique,
  year int not null check (year between 1990 and 2100),
  text text not null,
  outcome text not null check (outcome in ('unknown', 'met', 'not_met')),
  note text,
  source text not null,
  source_day date not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index boernehus_target_newest on boernehus_target (year desc, id desc);
create trigger boernehus_target_stays before update or delete on boernehus_target
  for each row execute function offer_change_stays();
comment on table boernehus_target is 'What the tariff of Børnehus Sjælland is to reach in a year, and whether it did. Danish: mål for taksten.';
