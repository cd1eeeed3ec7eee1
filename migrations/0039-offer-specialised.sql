-- Whether an offer is among the most specialised today stands at the offer, so that a unit that comes to it later is found as such
-- from the moment it is added. offer_search is made from it, as it is from everything else.

alter table offer add column specialised boolean not null default false;
comment on column offer.specialised is 'On the list of the most specialised today; told by the room that keeps the list (specialised_offer). Danish: blandt de mest specialiserede.';

update offer o set specialised = true where exists (select from offer_search s where s.offer_id = o.id and s.specialised);
