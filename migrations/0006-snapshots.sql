-- A snapshot is the status as it stood when the secretariat froze it. It cannot change; only the deed that removes all
-- example data may delete one that holds some.

create table snapshot (
  id bigint generated always as identity primary key,
  slug text not null unique,
  title text not null,
  day date not null,
  frozen_at timestamptz not null default clock_timestamp(),
  actor_id bigint,
  actor_name text not null,
  content jsonb not null,
  sha256 text not null,
  example boolean not null
);

create function snapshot_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.example and nullif(current_setting('faelles.removing_examples', true), '') = 'yes' then
    return old;
  end if;
  raise exception 'a snapshot is never changed' using errcode = '23514';
end $$;
create trigger snapshot_stays before update or delete on snapshot for each row execute function snapshot_stays();
