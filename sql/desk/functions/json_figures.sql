/* A day's reconciliation in figures as staff see it. */
create or replace function desk.json_figures(p_figures treasury.day_figures, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('requirement', core.format_amount((p_figures).requirement, p_currency), 'bank', core.format_amount((p_figures).bank_balance, p_currency), 'stated', (p_figures).stated,
    'difference', core.format_amount((p_figures).bank_balance - (p_figures).requirement, p_currency), 'opening_difference', core.format_amount((p_figures).opening_difference, p_currency),
    'matched', (p_figures).matched_count, 'bank_count', (p_figures).bank_count, 'bank_sum', core.format_amount((p_figures).bank_sum, p_currency),
    'books_count', (p_figures).books_count, 'books_sum', core.format_amount((p_figures).books_sum, p_currency), 'unexplained', (p_figures).unexplained,
    'remainder', core.format_amount((p_figures).remainder, p_currency)) where (p_figures).bank_balance is not null
$$;
comment on function desk.json_figures is 'A day''s reconciliation in figures.';
