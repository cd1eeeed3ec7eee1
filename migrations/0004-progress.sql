-- Status: what each party has reported for each action area, and what people said of the report afterwards.
-- A report is a row that never changes but for published_at, which an approver sets where the party approves before it is shown.

create table status_report (
  id bigint generated always as identity primary key,
  party_id bigint not null references party,
  area_id bigint not null references plan_item,
  state text not null check (state in ('not_started', 'planned', 'running', 'daily_use', 'paused', 'blocked', 'not_relevant')),
  reason text,
  public_note text,
  internal_note text,
  evidence text,
  day date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  actor_id bigint,
  actor_role text not null,
  example boolean not null default false,
  check (state not in ('blocked', 'not_relevant') or reason is not null)
);
create index status_report_newest on status_report (party_id, area_id, published_at desc, id desc);
create index status_report_recorded on status_report (party_id, recorded_at desc);
create index status_report_example on status_report (id) where example;
comment on table status_report is 'Danish: statusindberetning.';

create table status_word (
  id bigint generated always as identity primary key,
  report_id bigint not null references status_report on delete cascade,
  kind text not null check (kind in ('confirmed', 'approved')),
  at timestamptz not null default clock_timestamp(),
  actor_id bigint,
  actor_role text not null
);
create index status_word_report on status_word (report_id, kind, at desc);
comment on table status_word is 'confirmed: "stadig korrekt", nothing changed. approved: an approver of the party stands by it.';

create table status_policy (
  id bigint generated always as identity primary key,
  party_id bigint not null references party,
  approve_first boolean not null,
  at timestamptz not null default clock_timestamp(),
  actor_id bigint
);
create index status_policy_party on status_policy (party_id, at desc);
comment on table status_policy is 'Does the party approve before a report is shown? Newest row decides. Danish: godkendelse før visning.';
