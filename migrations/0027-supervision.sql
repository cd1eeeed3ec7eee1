-- Supervision: what a socialtilsyn has decided about an offer, and what has become of the decision since. A row is never changed: a
-- correction is a new row that names the one it corrects and why, and what an appeal led to is a row about the decision, which stays.
-- Only decisions; nothing about foster families. published_url: where the authority itself has published it; without one the row is
-- not for the public. Beside them: what supervision costs, as dated figures. What is invented for the trial carries example.

create table supervision_authority (
  key text primary key,
  name text not null,
  kind text not null check (kind in ('socialtilsyn', 'appeal')),
  sites text[] not null,
  position int not null,
  valid_from date,
  valid_until date,
  source text not null
);
comment on table supervision_authority is 'Who decides, and whom a decision is appealed to. sites: where it publishes; a link must lead to one of them. Danish: myndighed.';

create table supervision_fact (
  id bigint generated always as identity primary key,
  offer_id bigint not null references offer,
  root_id bigint references supervision_fact,
  corrects_id bigint unique references supervision_fact,
  about_id bigint references supervision_fact,
  kind text not null check (kind in ('approval', 'conditions', 'intensified', 'injunction', 'risk', 'ended', 'met', 'changed', 'annulled', 'remitted')),
  colour text check (colour in ('green', 'yellow', 'red')),
  day date not null,
  valid_from date not null,
  last_day date,
  authority_key text not null references supervision_authority,
  text text check (length(text) <= 300),
  published_url text,
  source text not null,
  reason text,
  withdrawn boolean not null default false,
  actor_id bigint,
  actor_name text not null,
  role text not null,
  example boolean not null default false,
  recorded_on date not null,
  recorded_at timestamptz not null,
  check (last_day >= valid_from),
  check ((kind = 'risk') = (colour is not null)),
  check (kind <> 'risk' or published_url is not null),
  check (kind not in ('intensified', 'injunction') or last_day is not null),
  check ((kind in ('met', 'changed', 'annulled', 'remitted')) = (about_id is not null)),
  check ((corrects_id is null) = (reason is null)),
  check ((corrects_id is null) = (root_id is null)),
  check (not withdrawn or corrects_id is not null)
);
create index supervision_fact_offer on supervision_fact (offer_id);
create index supervision_fact_about on supervision_fact (about_id);
create trigger supervision_fact_stays before update or delete on supervision_fact
  for each row execute function offer_change_stays();
comment on table supervision_fact is 'One decision, one correction of it, or what has become of it. root_id: the first row of the chain a correction belongs to; about_id: the first row of the decision it is about. last_day is included. Danish: tilsynsoplysning.';

create table supervision_tariff (
  id bigint generated always as identity primary key,
  authority_key text not null references supervision_authority,
  year int not null check (year between 2014 and 2100),
  category text not null check (category in ('supervision', 'intensified', 'new_approval', 'major_change', 'adjustment')),
  size text check (size in ('1-7', '8-24', '25-49', '50+')),
  amount_ore bigint check (amount_ore > 0),
  change_pct numeric(6, 2),
  reservation text,
  source text not null,
  source_url text,
  reason text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_on date not null,
  recorded_at timestamptz not null,
  check (amount_ore is not null or change_pct is not null)
);
create index supervision_tariff_newest on supervision_tariff (authority_key, year, category, size, id desc);
create trigger supervision_tariff_stays before update or delete on supervision_tariff
  for each row execute function offer_change_stays();
comment on table supervision_tariff is 'What supervision costs an offer, a year, a category and a size; no size: all of them. The newest row holds. Danish: tilsynstakst.';

create table supervision_figure (
  id bigint generated always as identity primary key,
  authority_key text not null references supervision_authority,
  key text not null check (key in ('budgetsWithoutDialogue', 'accountsWithoutDialogue', 'fosterFinancing')),
  year int not null check (year between 2014 and 2100),
  value numeric(14, 2) not null check (value >= 0),
  before numeric(14, 2) check (before > 0),
  stated_pct numeric(6, 2),
  reservation text,
  source text not null,
  source_url text,
  reason text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_on date not null,
  recorded_at timestamptz not null
);
create index supervision_figure_newest on supervision_figure (key, authority_key, year, id desc);
create trigger supervision_figure_stays before update or delete on supervision_figure
  for each row execute function offer_change_stays();
comment on table supervision_figure is 'Key figures of a socialtilsyn: shares in percent, financing in 1,000 kroner. before and stated_pct: the year before and the change as the source has them. Danish: nøgletal.';

create table supervision_population (
  id bigint generated always as identity primary key,
  authority_key text not null references supervision_authority,
  year int not null check (year between 2014 and 2100),
  municipality_code int not null references municipality,
  residents int check (residents >= 0),
  source text not null,
  source_url text,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_on date not null,
  recorded_at timestamptz not null
);
create index supervision_population_newest on supervision_population (authority_key, year, municipality_code, id desc);
create trigger supervision_population_stays before update or delete on supervision_population
  for each row execute function offer_change_stays();
comment on table supervision_population is 'Residents a shared cost is divided by. The newest row of a municipality holds; residents missing: no longer part of it. Danish: befolkningstal.';
