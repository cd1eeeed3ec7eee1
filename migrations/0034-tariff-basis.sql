-- The whole basis of a calculation. A sheet's line may carry everything a tariff is calculated from in place of flat costs; its flat
-- numbers are then what the basis comes to, so that a sheet, its workbook and its warnings read the same either way. A calculation
-- of a part of the year says which, so that a tariff that changes within the year has two calculations and not two versions of one;
-- without days it is of the whole year.

alter table tariff_sheet_line add column basis jsonb;
comment on column tariff_sheet_line.basis is 'Costs, counting, regulation and levels, as a calculation takes them. None: the flat costs are what is told. Danish: beregningsgrundlag.';

alter table tariff_calculation
  add column valid_from date,
  add column valid_until date,
  add check (valid_until > valid_from),
  add check ((valid_from is null) = (valid_until is null)),
  drop constraint tariff_calculation_place_line_id_label_year_version_key;
create unique index tariff_calculation_once on tariff_calculation (place_line_id, label, year, valid_from, version) nulls not distinct;
