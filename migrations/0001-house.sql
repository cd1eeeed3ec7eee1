-- The house: who did what (deed), rules that are dated data (parameter), messages on their way (outbox).
-- A deed row is written in the same transaction as the deed, and its key makes sure that the same form never saves twice.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create collation danish (provider = icu, locale = 'da');

-- unaccent is not immutable as shipped, since a dictionary may change; ours does not.
create function plain(value text) returns text language sql immutable strict parallel safe
as $$ select public.unaccent('public.unaccent'::regdictionary, lower(value)) $$;

create table deed (
  id bigint generated always as identity primary key,
  key uuid not null unique,
  at timestamptz not null default now(),
  name text not null,
  subject text not null,
  actor_id bigint,
  actor_name text not null,
  actor_roles text not null,
  detail jsonb not null default '{}',
  next text not null,
  said text,
  request_id text not null
);
create index deed_subject on deed (subject, at desc);
create index deed_at on deed (at desc);
create index deed_actor on deed (actor_id, at desc);
comment on table deed is 'The audit log: one row a deed, never changed. Danish: hændelseslog.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed or deleted', tg_table_name using errcode = '23514';
end $$;
create trigger deed_stays before update or delete on deed for each row execute function refuse_change();

create table parameter (
  id bigint generated always as identity primary key,
  key text not null,
  value numeric not null,
  unit text not null,
  label text not null,
  valid_from date not null,
  source text not null,
  note text,
  recorded_at timestamptz not null default now(),
  actor_id bigint
);
create index parameter_newest on parameter (key, valid_from desc, id desc);
comment on table parameter is 'Rules as dated data: in force on a day is the newest valid_from not after it, and of those the newest row. Danish: parameter.';

create table outbox (
  id bigint generated always as identity primary key,
  message_id text unique,
  recipient text not null check (recipient !~ '[[:cntrl:]]'),
  recipient_id bigint,
  subject text not null check (subject !~ '[[:cntrl:]]'),
  body text not null,
  topic text not null,
  unsubscribe text check (unsubscribe !~ '[[:cntrl:][:space:]]'),
  example boolean not null default false,
  created_at timestamptz not null,
  tries int not null default 0,
  tried_at timestamptz,
  answer text,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'uncertain', 'dropped')),
  settled_at timestamptz,
  settled_by text,
  check (state in ('waiting', 'dropped') or message_id is not null)
);
create index outbox_state on outbox (state, created_at);
create index outbox_created on outbox (created_at desc);
comment on table outbox is 'Every message is a row here first. uncertain: the server may have taken it, a person decides. Danish: udbakke.';
comment on column outbox.message_id is 'Given at the first try and the same ever after, so that a second copy can be known for one.';
