/* A report as its page shows it: what it was asked for, made whole, the rows, and what may be chosen. A currency that moves has an account of the operator's; those are few. */
create or replace function desk.report_page(p_report text, p_filter jsonb, p_cursor text default null, p_limit integer default null) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('report', p_report, 'company', core.setting('company'), 'from', p_filter ->> 'from', 'until', p_filter ->> 'until', 'by', p_filter ->> 'by', 'currency', p_filter ->> 'currency', 'part', p_filter ->> 'part', 'parts', '[]'::jsonb,
      'currencies', (select jsonb_agg(c.code order by c.code) from core.currencies c where c.code = p_filter ->> 'currency' or exists (select from ledger.accounts a where a.member_id is null and a.currency = c.code)))
    || desk.report_rows(p_report, p_filter, p_cursor, core.page_size(p_limit))
$$;
comment on function desk.report_page is 'A report as its page shows it.';
