-- Files that go with a message, kept beside it and gone with it. Where a report of an increase goes: the mailbox of the socialtilsyn, as
-- dated rows, so that nobody types the address of something that is not for everybody. A half-year list as it was made: the day it
-- ended, and the bands it was counted by; what it holds is every case and step recorded before that day.

create table outbox_attachment (
  outbox_id bigint not null references outbox on delete cascade,
  position int not null check (position > 0),
  name text not null check (name !~ '[[:cntrl:]/\\]'),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  bytes bytea not null,
  primary key (outbox_id, position)
);
alter table outbox_attachment alter column bytes set storage external;
comment on table outbox_attachment is 'One file of one message, as it was when the message was written. Danish: bilag.';

create table report_mailbox (
  id bigint generated always as identity primary key,
  mailbox text not null check (mailbox !~ '[[:cntrl:][:space:]]'),
  source text not null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
comment on table report_mailbox is 'Where Socialtilsyn Øst takes reports of increases; the newest row holds. Danish: postkasse til indberetninger.';

create table increase_half_year (
  year int not null check (year between 2000 and 2100),
  half int not null check (half in (1, 2)),
  until date not null,
  middle text not null check (middle ~ '^\d+(/[1-9]\d*)?$'),
  large text not null check (large ~ '^\d+(/[1-9]\d*)?$'),
  made_at timestamptz not null,
  primary key (year, half)
);
create function half_year_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was made stays as it was' using errcode = '23514';
end $$;
create trigger increase_half_year_stays before update or delete on increase_half_year for each row execute function half_year_stays();
comment on table increase_half_year is 'A half-year list that made itself when the half year was over. until: the first day it knows nothing of. Danish: halvårsliste.';
