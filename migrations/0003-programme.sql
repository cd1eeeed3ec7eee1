-- The plan: items in a tree, dated facts with sources about them, links between them, and notes where sources disagree.
-- A correction is a new fact; the newest valid_from (then the newest recording) is the value on a day.

create table source (
  key text primary key,
  title text not null,
  day date,
  day_text text,
  kind text not null,
  age_rank int,
  file text,
  description text
);
comment on table source is 'The documents facts come from. Danish: kilde.';

create table plan_item (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null unique,
  slug text not null,
  parent_id bigint references plan_item,
  position int not null default 0,
  recorded_at timestamptz not null default now(),
  unique (kind, slug)
);
create index plan_item_parent on plan_item (parent_id);

create table plan_fact (
  id bigint generated always as identity primary key,
  item_id bigint not null references plan_item on delete cascade,
  field text not null,
  value jsonb not null,
  valid_from date not null,
  valid_until date,
  sources text[] not null check (cardinality(sources) > 0),
  note text,
  recorded_at timestamptz not null default now(),
  actor_id bigint,
  check (valid_until > valid_from)
);
create index plan_fact_item on plan_fact (item_id, field, valid_from desc, id desc);
comment on column plan_fact.sources is 'document:line, e.g. 003:70; or deed:<id> when a person said so here.';

create table plan_link (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('serves', 'carries', 'continues', 'depends', 'under', 'result')),
  from_id bigint not null references plan_item on delete cascade,
  to_id bigint not null references plan_item on delete cascade,
  valid_from date not null,
  valid_until date,
  sources text[] not null check (cardinality(sources) > 0),
  recorded_at timestamptz not null default now(),
  actor_id bigint,
  check (from_id <> to_id)
);
create index plan_link_from on plan_link (from_id);
create index plan_link_to on plan_link (to_id);

create table plan_note (
  key text primary key,
  kind text not null check (kind in ('contradiction', 'gap')),
  position int not null,
  title text not null,
  says jsonb not null default '[]',
  resolution text not null,
  items text[] not null default '{}',
  bodies text[] not null default '{}'
);
comment on table plan_note is 'Where the sources disagree or are silent, and what we show. Danish: note.';
