-- Workbooks of any shape: how somebody's columns were read, to be read so the next time; and a draft that waits for a person to
-- say what its columns are. Danish: indlæsning, kolonner.

create table column_mapping (
  id bigint generated always as identity primary key,
  purpose text not null,
  sender text not null,
  columns jsonb not null,
  fixed jsonb not null default '{}',
  recorded_at timestamptz not null,
  actor_id bigint,
  actor_name text not null
);
create index column_mapping_newest on column_mapping (purpose, sender, id desc);
create trigger column_mapping_stays before update or delete on column_mapping for each row execute function refuse_change();
comment on table column_mapping is 'How the columns of a sender''s workbooks were read, said by whom and when; the newest word on a title holds. Danish: kolonnekobling.';
comment on column column_mapping.columns is '[{"title": as it stood, "field": what it was read as, or null when it was not to be read}]';
comment on column column_mapping.fixed is 'What was said of the whole file, by field.';
