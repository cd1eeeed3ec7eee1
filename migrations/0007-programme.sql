-- What is said of the plan can end: a person takes a value back, and the old one stays as history. A value taken back on the
-- day it was given never held, so its stretch may be empty.

alter table plan_fact drop constraint plan_fact_check;
alter table plan_fact add constraint plan_fact_stretch check (valid_until >= valid_from);
alter table plan_fact add column ended_at timestamptz, add column ended_by bigint, add column ended_source text;
alter table plan_link add column ended_at timestamptz, add column ended_by bigint, add column ended_source text;
