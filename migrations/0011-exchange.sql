-- A workbook on its way in: the file in pieces, what was read of it, and what a person is asked to confirm. Nothing of it is
-- written anywhere else before that. A job removes all of it after a day. Danish: indlæsning.

create table import_draft (
  id uuid primary key default gen_random_uuid(),
  person_id bigint not null references person on delete cascade,
  scope jsonb not null,
  file_name text not null,
  size int not null,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'refused', 'writing', 'done')),
  refusal text,
  checked_again boolean not null default false,
  result jsonb,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  check ((state = 'refused') = (refusal is not null))
);
create index import_draft_person on import_draft (person_id, created_at desc);
create index import_draft_created on import_draft (created_at);
comment on column import_draft.scope is 'What the person could report for and correct when the file was sent.';
comment on column import_draft.checked_again is 'Something it builds on changed after the preview, so that it had to be made again.';

-- Told from outside the transaction that does the work, so not a part of the draft's own row.
create table import_progress (
  draft_id uuid primary key references import_draft on delete cascade,
  value int not null default 0,
  total int not null default 0
);

create table import_piece (
  draft_id uuid not null references import_draft on delete cascade,
  number int not null,
  bytes bytea not null,
  primary key (draft_id, number)
);

create table import_status (
  draft_id uuid not null references import_draft on delete cascade,
  number int not null,
  party_id bigint not null,
  area_id bigint not null,
  state text not null,
  reason text,
  public_note text,
  evidence text,
  day date not null,
  day_given boolean not null,
  came_from bigint,
  before_id bigint,
  standing text check (standing in ('same', 'overtaken', 'new', 'changed', 'twice')),
  primary key (draft_id, number)
);
comment on column import_status.came_from is 'The report the row was made from, as the workbook says.';
comment on column import_status.before_id is 'The newest report of the same party, area and day when the file was checked.';

create table import_fact (
  draft_id uuid not null references import_draft on delete cascade,
  number int not null,
  item_id bigint not null,
  field text not null,
  value jsonb not null,
  valid_from date not null,
  sources text[] not null,
  replaces bigint,
  held bigint[] not null,
  standing text not null check (standing in ('new', 'changed')),
  primary key (draft_id, number)
);
comment on column import_fact.held is 'The facts that held of the field when the file was checked.';
