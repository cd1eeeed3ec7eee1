-- Few places are judged by the whole calculation: a level of two places in a tariff of twelve tells of nobody's costs. The versions of a
-- calculation are found by it, one of each level.

create index tariff_version_calculation on tariff_version (calculation_id) where calculation_id is not null;
