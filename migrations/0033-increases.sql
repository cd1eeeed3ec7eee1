-- Reports of increases: a price that rose more than its limit, and what was done about it. A case stands as it was found, with the
-- limit and the baseline that decided; a step is never changed. Beside them: links for operators, and the letter to suppliers with
-- its hearings and to whom it went. What is invented for the trial carries example.

create table increase_case (
  id bigint generated always as identity primary key,
  uuid uuid not null unique default gen_random_uuid(),
  version_id bigint unique references tariff_version,
  offer_id bigint references offer,
  operator_id bigint references operator,
  party_id bigint references party,
  operator_name text not null default '',
  offer_name text not null,
  what text not null default '',
  groups text[] not null default '{}',
  ownership text check (ownership in ('municipal', 'regional', 'self_governing', 'private')),
  kind text check (kind in ('residential', 'day', 'ambulant', 'respite')),
  per text not null check (per in ('full_day', 'day', 'hour', 'month', 'year', 'course')),
  effective_on date not null,
  from_ore text not null check (from_ore ~ '^\d+(/[1-9]\d*)?$'),
  to_ore text not null check (to_ore ~ '^\d+(/[1-9]\d*)?$'),
  percent text not null check (percent ~ '^-?\d+(/[1-9]\d*)?$'),
  baseline text not null check (baseline in ('last year', 'last year with PL', 'without temporary')),
  limit_percent text not null check (limit_percent ~ '^\d+(/[1-9]\d*)?$'),
  limit_source text not null,
  limit_confirmed boolean not null,
  source text not null,
  found_on date not null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null
);
create index increase_case_found on increase_case (found_on desc, id desc);
create index increase_case_party on increase_case (party_id);
create index increase_case_operator on increase_case (operator_id);
create trigger increase_case_stays before update or delete on increase_case for each row execute function offer_change_stays();
comment on table increase_case is 'A price that must be reported. from_ore, to_ore, percent: exact fractions, as they were when it was found. version_id none: met outside the register. Danish: takstindberetning.';

create table increase_step (
  id bigint generated always as identity primary key,
  case_id bigint not null references increase_case,
  kind text not null check (kind in ('asked', 'reminded', 'explained', 'assessed', 'sent', 'received', 'feedback', 'discussed', 'closed')),
  day date not null,
  text text not null default '',
  outcome text check (outcome in ('explained', 'partly', 'unexplained', 'unanswered')),
  deadline date,
  body text,
  outbox_id bigint references outbox on delete set null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  recorded_at timestamptz not null,
  check ((kind = 'assessed') = (outcome is not null)),
  check ((kind = 'asked') = (deadline is not null)),
  check ((kind = 'discussed') = (body is not null))
);
create index increase_step_case on increase_step (case_id, id);
comment on table increase_step is 'What was done in a case; the order of ids is the order of steps.';

create table increase_link (
  id bigint generated always as identity primary key,
  case_id bigint not null references increase_case,
  token_hash bytea not null unique,
  works_until date not null,
  sent_at timestamptz not null,
  used_at timestamptz,
  example boolean not null default false
);
create index increase_link_case on increase_link (case_id, id desc);
comment on table increase_link is 'Lets an operator explain without signing in, once. Only the hash of the token is kept.';

create table supplier_letter (
  id bigint generated always as identity primary key,
  version int not null unique,
  subject text not null,
  body text not null,
  reason text not null,
  source text not null,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamptz not null
);
comment on table supplier_letter is 'The letter to suppliers about reports of increases; the highest version is the one in use. Danish: leverandørbrev.';

create table letter_hearing (
  id bigint generated always as identity primary key,
  letter_id bigint not null references supplier_letter,
  bodies text not null,
  opens_on date not null,
  deadline date not null,
  closed_on date,
  conclusion text,
  actor_name text not null,
  recorded_at timestamptz not null,
  check (deadline >= opens_on),
  check ((closed_on is null) = (conclusion is null))
);
create index letter_hearing_letter on letter_hearing (letter_id);
comment on table letter_hearing is 'While one is open the letter cannot be sent. Danish: høring.';

create table letter_dispatch (
  id bigint generated always as identity primary key,
  letter_id bigint not null references supplier_letter,
  operator_id bigint not null references operator,
  operator_name text not null,
  recipient text,
  outbox_id bigint references outbox on delete set null,
  actor_id bigint,
  actor_name text not null,
  example boolean not null default false,
  sent_at timestamptz not null
);
create index letter_dispatch_letter on letter_dispatch (letter_id, id desc);
create index letter_dispatch_operator on letter_dispatch (operator_id);
comment on table letter_dispatch is 'To whom which version went. recipient none: it has no mailbox, and was printed. Danish: udsendelse.';
