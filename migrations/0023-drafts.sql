-- Drafts of several kinds share their tables: what kind a draft is, and that it can wait for a person to say what its columns are.

alter table import_draft add column kind text not null default 'plan';
alter table import_draft add column survey jsonb;
alter table import_draft drop constraint import_draft_state_check;
alter table import_draft add constraint import_draft_state_check
  check (state in ('waiting', 'asking', 'ready', 'refused', 'writing', 'done'));
comment on column import_draft.kind is 'Which room reads it.';
comment on column import_draft.survey is 'The titles that were found, what each column is read as, and what was said of the whole file.';
drop index import_draft_person;
create index import_draft_person on import_draft (kind, person_id, created_at desc);
