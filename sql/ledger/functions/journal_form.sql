/* Canonical bytes of a journal without its lines (docs/seals.md). No search_path setting: it is inlined. */
create or replace function ledger.journal_form(p_journal ledger.journals) returns bytea
language sql stable as $$
  select int8send((p_journal).id) || timestamptz_send((p_journal).posted_at) || int8send(coalesce((p_journal).actor_id, 0)) || date_send((p_journal).value_on)
      || int4send((p_journal).line_count) || int8send(coalesce((p_journal).reverses_id, 0)) || coalesce(uuid_send((p_journal).cause), '\x00000000000000000000000000000000'::bytea)
      || textsend((p_journal).kind::text)
$$;
comment on function ledger.journal_form is 'Canonical bytes of a journal without its lines.';
