-- Offers on their way in: each row of a workbook as it was read, what it was matched with, and what confirming it will do. Goes with
-- its draft. Danish: indlæsning af tilbud.

create table intake_row (
  draft_id uuid not null references import_draft on delete cascade,
  number int not null,
  cells jsonb not null,
  line_key bigint,
  unit_key bigint,
  offer_key bigint,
  portal_unit text,
  portal_offer text,
  p_number text,
  offer_name text,
  unit_name text,
  operator_name text,
  cvr text,
  operator_id bigint,
  offer_id bigint,
  unit_id bigint,
  candidates bigint[] not null default '{}',
  matched text not null default 'nothing' check (matched in ('nothing', 'number', 'portal', 'p_number', 'name', 'person')),
  standing text check (standing in ('new', 'changed', 'same', 'overtaken', 'wrong', 'asking')),
  changes jsonb not null default '[]',
  writes jsonb,
  offer_seen text,
  operator_seen text,
  primary key (draft_id, number)
);
create index intake_row_standing on intake_row (draft_id, standing, number);
comment on table intake_row is 'A row of somebody''s workbook of offers. cells: what was read, by field. Danish: række i en indlæsning.';
comment on column intake_row.line_key is 'Our own number of the place line, as the export tells it; so too unit_key and offer_key.';
comment on column intake_row.candidates is 'Offers that are alike in name alone: a person says which it is, if any.';
comment on column intake_row.changes is 'For eyes: [{"field", "before", "after"}].';
comment on column intake_row.writes is 'What confirming will write, for the program.';
comment on column intake_row.offer_seen is 'What had been changed of the offer when the row was compared with it; another answer means that somebody has written since. So too operator_seen.';

create table intake_choice (
  draft_id uuid not null references import_draft on delete cascade,
  offer_name text not null,
  operator_name text not null,
  offer_id bigint,
  primary key (draft_id, offer_name, operator_name)
);
comment on table intake_choice is 'A person''s word on rows that are alike in name alone: the offer they are, or none of those there are. Danish: valg.';
