/* A submitted sheet's figures, in the shape of desk.json_figures. */
create or replace function desk.json_sheet(p_sheet treasury.sheets) returns jsonb
language sql stable set search_path = '' as $$
  select desk.json_figures(row((p_sheet).requirement, (p_sheet).bank_balance, null, (p_sheet).opening_difference, (p_sheet).matched_count, count(*) filter (where i.side = 'bank'), (p_sheet).bank_sum,
      count(*) filter (where i.side = 'books'), (p_sheet).books_sum, 0, 0, (p_sheet).fingerprint)::treasury.day_figures, (p_sheet).currency)
    from treasury.sheet_items i where i.sheet_id = (p_sheet).id
$$;
comment on function desk.json_sheet is 'A submitted sheet''s figures.';
