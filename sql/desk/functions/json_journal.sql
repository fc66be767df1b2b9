/* A journal for staff: what kind, when, by whom, what caused it, how much per currency, what it reverses and what reversed it. */
create or replace function desk.json_journal(p_journal ledger.journals) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('number', (p_journal).id::text, 'kind', (p_journal).kind, 'posted_at', (p_journal).posted_at, 'value_on', (p_journal).value_on, 'lines', (p_journal).line_count,
    'actor', identity.person_name((p_journal).actor_id), 'cause', (p_journal).cause, 'reverses', (p_journal).reverses_id::text,
    'reversed_by', (select r.id::text from ledger.journals r where r.reverses_id = (p_journal).id),
    'request', (select jsonb_build_object('id', r.id, 'reference', r.reference, 'kind', r.kind) from approval.requests r where r.id = (p_journal).cause or r.subject_id = (p_journal).cause order by r.created_at desc limit 1),
    'amounts', (select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'amount', core.format_amount(s.amount, s.currency)) order by s.currency), '[]')
      from (select a.currency, sum(l.amount)::bigint as amount from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = (p_journal).id and l.amount > 0 group by a.currency) s))
$$;
comment on function desk.json_journal is 'A journal for staff.';
