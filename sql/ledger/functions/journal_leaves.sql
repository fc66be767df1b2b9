/* Leaves of some journals, by number: SHA-256(00 || journal || both lines) for two lines; for more, SHA-256(03 || journal || root of
   the salted lines), so that one line can be shown without the others. Lines are found by ranges of numbers, which is why journal by
   journal joins are switched off. */
create or replace function ledger.journal_leaves(p_ids int8multirange, p_secret bytea) returns table (id bigint, lines bigint, posted_at timestamptz, leaf bytea)
language sql stable set search_path = '' set enable_nestloop = off as $$
  with j as materialized (
    select x.id, x.line_count, x.posted_at, ledger.journal_form(x) as form from ledger.journals x where x.id >= lower(p_ids) and x.id < upper(p_ids) and x.id <@ p_ids)
  select j.id, count(l.account_id), min(j.posted_at),
         case when min(j.line_count) = 2 then sha256('\x00'::bytea || min(j.form) || coalesce(string_agg(ledger.line_form(l), '' order by l.line_no), ''))
              else sha256('\x03'::bytea || min(j.form) || coalesce(ledger.merkle_root(array_agg(sha256('\x02'::bytea || ledger.line_salt(p_secret, l.journal_id, l.line_no) || ledger.line_form(l)) order by l.line_no)
                     filter (where j.line_count <> 2)), '')) end
    from j left join ledger.lines l on l.journal_id = j.id and l.journal_id >= lower(p_ids) and l.journal_id < upper(p_ids)
   group by j.id order by j.id
$$;
comment on function ledger.journal_leaves is 'Leaves of some journals.';
