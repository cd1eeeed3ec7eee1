-- Reminders: whom we have reminded of what is missing, and who has said no to more.

create table reminder (
  id bigint generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  day date not null,
  at timestamptz not null,
  lacks jsonb not null,
  token_hash bytea not null unique,
  outbox_id bigint references outbox on delete set null,
  unique (person_id, day)
);
create index reminder_at on reminder (at desc);
comment on table reminder is 'One mail a row. lacks: how many areas of each party it named. The stop link holds a token of which only the hash is kept. Danish: påmindelse.';

create table reminder_stop (
  id bigint generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  stopped boolean not null,
  at timestamptz not null,
  via text not null check (via in ('mail', 'page'))
);
create index reminder_stop_newest on reminder_stop (person_id, id desc);
comment on table reminder_stop is 'Stopped, or started again: the newest row holds. Danish: stop for påmindelser.';
