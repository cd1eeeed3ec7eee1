-- Improvement cycles (forbedringsmodel): what was thought, tried, seen, changed and decided, entry by entry.

create table cycle (
  id bigint generated always as identity primary key,
  initiative_id bigint not null references plan_item,
  party_id bigint references party,
  number int not null,
  title text not null,
  created_at timestamptz not null default clock_timestamp(),
  actor_id bigint,
  example boolean not null default false,
  unique (initiative_id, number)
);

create table cycle_entry (
  id bigint generated always as identity primary key,
  cycle_id bigint not null references cycle on delete cascade,
  step text not null check (step in ('hypothesis', 'test', 'result', 'adjustment', 'next', 'decision')),
  day date not null,
  text text not null,
  decision text check (decision in ('spread', 'adjust', 'stop')),
  recorded_at timestamptz not null default clock_timestamp(),
  actor_id bigint,
  check ((step = 'decision') = (decision is not null))
);
create index cycle_entry_cycle on cycle_entry (cycle_id, id);
