-- What a tariff was is told in rows that stay. What was told wrongly is undone by a row of its own, with its day and reason, and may
-- then be told again. What a version is compared with is still only made from these; how many places came from each is now kept with
-- it, since they may have come through several names.

alter table tariff_lineage drop constraint tariff_lineage_from_tariff_id_to_tariff_id_key;
create index tariff_lineage_from on tariff_lineage (from_tariff_id);

create table tariff_lineage_undone (
  lineage_id bigint primary key references tariff_lineage on delete cascade,
  day date not null,
  reason text not null,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamptz not null
);
comment on table tariff_lineage_undone is 'Lineage that was told and did not hold. Danish: fortrudt slægtskab.';

create view tariff_lineage_standing as
  select l.* from tariff_lineage l where not exists (select from tariff_lineage_undone u where u.lineage_id = l.id);

create function tariff_lineage_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and nullif(current_setting('faelles.removing_examples', true), '') = 'yes' then return old; end if;
  raise exception 'what was told of a tariff stays' using errcode = '23514';
end $$;
create trigger tariff_lineage_stays before update or delete on tariff_lineage for each row execute function tariff_lineage_stays();
create trigger tariff_lineage_undone_stays before update or delete on tariff_lineage_undone for each row execute function tariff_lineage_stays();

alter table tariff_before add column before_places text[];
comment on column tariff_before.before_places is 'How many places came from each of before_ids, as fractions of whole numbers; none: it cannot be known.';
update tariff_before b set before_places = w.places
from (select b.version_id, array_agg((coalesce(l.places, p.places) * 10000)::bigint || '/10000' order by p.id) as places,
    bool_and(coalesce(l.places, p.places) is not null) as known
  from tariff_before b join tariff_version v on v.id = b.version_id join tariff_version p on p.id = any(b.before_ids)
  left join tariff_lineage l on l.from_tariff_id = p.tariff_id and l.to_tariff_id = v.tariff_id
  where cardinality(b.before_ids) > 1 group by b.version_id) w
where w.version_id = b.version_id and w.known;
