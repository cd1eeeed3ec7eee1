-- Parties (municipalities and region, with successors), organisations and bodies as far as the plan names them; people, their roles and sessions.
-- valid_from is the first day, valid_until the first day after. "18" is a count of rows, never a constant.

create table party (
  id bigint generated always as identity primary key,
  key text not null unique,
  slug text not null unique,
  name text not null,
  long_name text not null,
  short text not null,
  kind text not null check (kind in ('municipality', 'region', 'secretariat', 'external')),
  code int,
  member boolean not null,
  valid_from date,
  valid_until date,
  successor_id bigint references party,
  tile_col int,
  tile_row int,
  source text,
  note text,
  check (valid_until > valid_from)
);
comment on table party is 'Members of the agreement (member) and the organisations they work with. Danish: part.';

create table body (
  key text primary key,
  name text not null,
  kind text not null,
  aliases text[] not null default '{}',
  parent_current text,
  parent_proposed text,
  note text,
  status text,
  sources text[] not null default '{}'
);
comment on table body is 'Bodies of the cooperation, as the sources place them. Danish: organ.';

create table person (
  id bigint generated always as identity primary key,
  subject text not null unique,
  name text not null,
  email text,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  last_sign_in timestamptz
);

create table role_grant (
  id bigint generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  role text not null check (role in ('reader', 'contributor', 'approver', 'secretariat', 'administrator', 'provider', 'socialtilsyn')),
  party_id bigint references party,
  origin text not null default 'given' check (origin in ('given', 'identity provider', 'demo')),
  granted_at timestamptz not null default now(),
  granted_by bigint,
  ended_at timestamptz,
  ended_by bigint
);
create index role_grant_person on role_grant (person_id) where ended_at is null;
create unique index role_grant_once on role_grant (person_id, role, coalesce(party_id, 0)) where ended_at is null;
comment on table role_grant is 'Who may what, from when to when. Danish: rolle.';

create table session (
  token_hash bytea primary key,
  person_id bigint references person on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  pending jsonb
);
create index session_expiry on session (expires_at);
comment on table session is 'Only the hash of the cookie is kept. pending: a sign-in on its way to the identity provider and back.';

create table api_token (
  id bigint generated always as identity primary key,
  person_id bigint not null references person on delete cascade,
  name text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  last_used timestamptz
);
comment on table api_token is 'A person''s key to the open API: acts with that person''s roles.';
