-- Everything public that can be searched, one row a thing, read where it stands: always fresh, and nothing is kept twice. Only
-- columns that everybody may read are named here; internal notes and reports that wait for approval are not among them.

create view searchable as
  select 'item' as kind, i.key as ref, i.kind as sort,
    f.title, concat_ws(' · ', case when i.kind in ('area', 'initiative') then i.key end, f.other) as other, coalesce(f.body, '') as body, null::date as day, false as example
  from plan_item i
  join lateral (
    select
      max(words) filter (where field = 'title') as title,
      string_agg(words, ' · ' order by id) filter (where field = 'alias') as other,
      string_agg(words, ' · ' order by id) filter (where field not in ('title', 'alias', 'done')) as body
    from (
      select f.id, f.field, row_number() over (partition by f.field order by f.valid_from desc, f.id desc) as age,
        case when f.field in ('body', 'responsible', 'decisionRoute') then coalesce(b.name, p.long_name, f.value #>> '{}')
          else f.value #>> '{}' end as words
      from plan_fact f
      left join body b on b.key = f.value #>> '{}'
      left join party p on p.key = f.value #>> '{}'
      where f.item_id = i.id and f.valid_until is null and jsonb_typeof(f.value) = 'string'
    ) held
    -- of a field with one value only the newest holds; of these several do
    where age = 1 or field in ('alias', 'goal', 'postponed', 'body', 'responsible', 'party', 'level', 'resource', 'decisionRoute',
      'document', 'quote', 'question', 'measure', 'unknown')
  ) f on f.title is not null
union all
  select 'note', key, kind, title, key, resolution || ' ' || coalesce((select string_agg(said ->> 'text', ' ') from jsonb_array_elements(says) said), ''),
    null, false
  from plan_note
union all
  select 'source', key, kind, title, coalesce(day_text, ''), coalesce(description, ''), day, false from source
union all
  select 'body', key, kind, name, array_to_string(aliases, ' · '), coalesce(note, ''), null, false from body
union all
  select 'party', key, case when member then 'member' else 'outside' end, name, long_name, coalesce(note, ''), null, false from party
union all
  select 'report', p.slug || '/' || a.key, r.state, p.long_name, a.key, concat_ws(' ', r.public_note, r.reason), r.day, r.example
  from party p
  cross join plan_item a
  cross join lateral (
    select state, public_note, reason, day, example from status_report s
    where s.party_id = p.id and s.area_id = a.id and s.published_at is not null and not s.late
    order by s.published_at desc, s.id desc limit 1
  ) r
  where p.member and a.kind = 'area' and (r.public_note is not null or r.reason is not null)
union all
  select 'snapshot', slug, '', title, '', '', day, example from snapshot
union all
  select 'cycle', i.key || '/' || c.number, '', c.title, coalesce(p.name, ''), coalesce(e.body, ''), null, c.example
  from cycle c
  join plan_item i on i.id = c.initiative_id
  left join party p on p.id = c.party_id
  left join lateral (select string_agg(text, ' ' order by id) as body from cycle_entry where cycle_id = c.id) e on true;
