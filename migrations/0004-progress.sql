-- Status: what each party has reported for each action area, and what people said of the report afterwards.
-- A report is a row that never changes but for published_at and approved_at, which an approver of the party sets once. What
-- held on a day is the newest report that was published by then: status_report_newest finds it without touching the table.

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
  approved_at timestamptz,
  approved_by bigint,
  actor_id bigint,
  actor_role text not null,
  example boolean not null default false,
  check (state not in ('blocked', 'not_relevant') or reason is not null),
  check (approved_at is null or published_at <= approved_at)
);
create index status_report_newest on status_report (party_id, area_id, published_at desc, id desc)
  include (state, recorded_at, approved_at, example);
create index status_report_waiting on status_report (party_id, area_id, id desc) where published_at is null;
create index status_report_example on status_report (id) where example;
comment on table status_report is 'Danish: statusindberetning.';
comment on column status_report.published_at is 'Shown to all from here; null while it waits for the party''s own approver.';

create table status_confirmation (
  id bigint generated always as identity primary key,
  report_id bigint not null references status_report on delete cascade,
  at timestamptz not null default clock_timestamp(),
  actor_id bigint,
  actor_role text not null
);
create index status_confirmation_report on status_confirmation (report_id, at desc);
create index status_confirmation_at on status_confirmation (at) include (report_id);
comment on table status_confirmation is '"Stadig korrekt": nothing changed. Danish: bekræftelse.';

create table status_policy (
  id bigint generated always as identity primary key,
  party_id bigint not null references party,
  approve_first boolean not null,
  at timestamptz not null default clock_timestamp(),
  actor_id bigint
);
create index status_policy_party on status_policy (party_id, at desc);
comment on table status_policy is 'Does the party approve before a report is shown? Newest row decides. Danish: godkendelse før visning.';
