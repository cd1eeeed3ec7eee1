-- Every price of a unit, withdrawn ones too: when a service was last changed is asked of each of a hundred thousand units. The unique
-- index of 0021 leaves out what is withdrawn.

create index offer_price_unit on offer_price (unit_id);
