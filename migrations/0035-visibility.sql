-- How much of an operator's calculations everybody sees, from a day. The rules of tariffs say it by ownership; a row here goes before
-- them for one operator. Nothing is changed or taken away: what was decided stays, and a newer row says what holds now.

create table tariff_visibility (
  id bigint generated always as identity primary key,
  operator_id bigint not null references operator,
  level text check (level in ('full', 'groups', 'price')),
  valid_from date not null,
  reason text not null,
  source text not null,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamptz not null
);
create index tariff_visibility_of on tariff_visibility (operator_id, valid_from desc, id desc);
create trigger tariff_visibility_stays before update or delete on tariff_visibility for each row execute function refuse_change();
comment on table tariff_visibility is 'How much of one operator''s calculations everybody sees, from a day; of those that have begun, the one that begins last holds, and of two that begin the same day the one written last. level none: as the rule for the ownership says. Danish: synlighed.';
