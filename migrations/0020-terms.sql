-- Terms: legal bases and words with a meaning, as dated data. A legal basis that ended names its successor, and stays, since old
-- contracts cite it. A term belongs to a system: 'own' (our short list of target groups), 'concept' (words we agree on), or the
-- address of an imported FHIR CodeSystem. The row is how it stands now; term_change keeps how it stood before, and who changed it.

create table legal_basis (
  key text primary key,
  code text not null unique,
  act text not null,
  section text not null,
  title text not null,
  audience text not null check (audience in ('adult', 'child', 'both')),
  form text not null check (form in ('residential', 'secure', 'housing', 'day', 'ambulant', 'outreach', 'home', 'respite', 'family', 'school', 'mixed')),
  in_agreement text not null check (in_agreement in ('yes', 'no', 'beside')),
  agreement_note text,
  valid_from date,
  valid_until date,
  successor_key text references legal_basis deferrable initially deferred,
  source text not null,
  confirmed boolean not null,
  note text,
  position int not null,
  version int not null default 1,
  recorded_at timestamptz not null,
  check (valid_until > valid_from)
);
comment on table legal_basis is 'Danish: retsgrundlag. confirmed: false says that a source is still to be found.';

create table term (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  system text not null,
  code text not null,
  kind text not null check (kind in ('target_group', 'concept', 'other')),
  label text not null,
  definition text,
  parent_id bigint references term,
  source text not null,
  source_url text,
  system_version text,
  valid_from date,
  valid_until date,
  approved_by text,
  approved_on date,
  approved_at timestamptz,
  approver_id bigint,
  position int not null default 0,
  version int not null default 1,
  recorded_at timestamptz not null,
  unique (system, code),
  check (valid_until >= valid_from)
);
create index term_kind on term (kind, valid_until);
create index term_parent on term (parent_id);
comment on table term is 'Danish: begreb.';

create table term_change (
  id bigint generated always as identity primary key,
  subject text not null,
  kind text not null check (kind in ('added', 'corrected', 'approved', 'imported', 'ended', 'returned')),
  before jsonb,
  after jsonb not null,
  source text not null,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamptz not null
);
create index term_change_subject on term_change (subject, id desc);
create trigger term_change_stays before update or delete on term_change for each row execute function refuse_change();

create table term_import (
  id bigint generated always as identity primary key,
  file_name text not null,
  system text not null,
  title text not null,
  system_version text,
  concepts jsonb not null,
  actor_id bigint,
  actor_name text not null,
  uploaded_at timestamptz not null,
  taken_at timestamptz
);
comment on table term_import is 'A code system somebody has uploaded: seen through first, then taken in, once.';
