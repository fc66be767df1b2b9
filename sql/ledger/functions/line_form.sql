/* Canonical bytes of a line (docs/seals.md). No search_path setting: it is inlined. */
create or replace function ledger.line_form(p_line ledger.lines) returns bytea
language sql stable as $$
  select int4send((p_line).line_no) || int8send((p_line).account_id) || int8send((p_line).amount) || int8send(coalesce((p_line).source_id, 0))
$$;
comment on function ledger.line_form is 'Canonical bytes of a line.';
