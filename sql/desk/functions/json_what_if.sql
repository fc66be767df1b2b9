/* A run of real history under a draft: how far it is and, when it is finished, its sums. */
create or replace function desk.json_what_if(p_run network.what_ifs, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_run).id, 'state', (p_run).state, 'asked_at', (p_run).asked_at, 'as_of', (p_run).as_of, 'done', (p_run).counts_done, 'counts', (p_run).counts, 'finished_at', (p_run).finished_at,
    'result', case when (p_run).state = 'finished' then jsonb_build_object('gaining', (p_run).gaining, 'losing', (p_run).losing, 'unchanged', (p_run).unchanged,
      'need', core.format_amount((p_run).draft_earnings + (p_run).draft_emi - (p_run).live_earnings - (p_run).live_emi, p_currency),
      'ahead', core.format_amount((p_run).draft_ahead - (p_run).live_ahead, p_currency),
      'live', jsonb_build_object('pairs', (p_run).live_pairs, 'earnings', core.format_amount((p_run).live_earnings, p_currency), 'emi', core.format_amount((p_run).live_emi, p_currency),
        'value', core.format_amount((p_run).live_earnings + (p_run).live_emi, p_currency), 'reserve', core.format_amount((p_run).live_reserve, p_currency), 'flushed', (p_run).live_flushed, 'ahead', core.format_amount((p_run).live_ahead, p_currency)),
      'draft', jsonb_build_object('pairs', (p_run).draft_pairs, 'earnings', core.format_amount((p_run).draft_earnings, p_currency), 'emi', core.format_amount((p_run).draft_emi, p_currency),
        'value', core.format_amount((p_run).draft_earnings + (p_run).draft_emi, p_currency), 'reserve', core.format_amount((p_run).draft_reserve, p_currency), 'flushed', (p_run).draft_flushed, 'ahead', core.format_amount((p_run).draft_ahead, p_currency))) end)
$$;
comment on function desk.json_what_if is 'A run of real history under a draft.';
