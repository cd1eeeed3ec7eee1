-- A report may be recorded after one that speaks of a later day: history that a party brings in. It is kept and told, and never
-- becomes the status of the party. Examples that are removed may leave it the newest after all.

alter table status_report add column late boolean not null default false;
comment on column status_report.late is 'Recorded after a report of a later day of the same party and area: history, and never what holds.';

drop index status_report_newest;
create index status_report_newest on status_report (party_id, area_id, published_at desc, id desc)
  include (state, recorded_at, approved_at, example) where not late;
