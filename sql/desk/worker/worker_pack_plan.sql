/* What a pack will hold, as of the transaction it is asked in: its seals, the sums of its lines per currency (minor units) and its parts, each with the meaning of its columns. Refuses `not_found`. */
create or replace function desk.worker_pack_plan(p_pack uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_export office.exports;
  v_scope record;
  v_sums jsonb;
  v_parts jsonb;
begin
  select * into v_export from office.exports e where e.id = p_pack and e.report = 'audit_pack';
  if not found then perform core.refuse('not_found'); end if;
  v_scope := desk.pack_scope(v_export.filters);
  select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'exponent', c.exponent, 'debit', s.debit::text, 'credit', s.credit::text, 'lines', s.lines::text) order by s.currency), '[]') into v_sums
    from (select a.currency, coalesce(sum(l.amount) filter (where l.amount > 0), 0) as debit, coalesce(-sum(l.amount) filter (where l.amount < 0), 0) as credit, count(*) as lines
            from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id <@ v_scope.within group by a.currency) s join core.currencies c on c.code = s.currency;
  select jsonb_agg(jsonb_build_object('name', p.name, 'about', p.about, 'columns', p.columns) order by p.name) into v_parts
    from (select c.relname::text as name, obj_description(c.oid, 'pg_class') as about,
                 (select jsonb_agg(jsonb_build_object('name', a.attname, 'about', col_description(c.oid, a.attnum)) order by a.attnum) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
            from pg_catalog.pg_class c where c.relnamespace = 'auditor'::regnamespace and c.relkind = 'v'
          union all
          select 'balances', 'Accounts before and after the journals of this pack. Minor units; debit above zero, credit below.',
                 jsonb_build_array(jsonb_build_object('name', 'account_id', 'about', 'Number of the account.'), jsonb_build_object('name', 'currency', 'about', 'Currency of the amounts.'),
                   jsonb_build_object('name', 'opening', 'about', 'Sum of the lines of all earlier seals.'), jsonb_build_object('name', 'moved', 'about', 'Sum of the lines of this pack.'), jsonb_build_object('name', 'closing', 'about', 'Both together.'))) p;
  return jsonb_build_object('company', core.setting('company'), 'made_at', core.business_now(), 'from', v_export.filters ->> 'from', 'until', v_export.filters ->> 'until',
    'schema', (select max(m.name) from core.migration_hashes m),
    'seals', (select jsonb_build_object('first', v_scope.first::text, 'last', v_scope.last::text, 'root', encode(s.root, 'hex')) from ledger.seals s where s.id = v_scope.last),
    'audit_seals', (select jsonb_build_object('first', v_scope.log_first::text, 'last', v_scope.log_last::text, 'root', encode(s.root, 'hex')) from audit.seals s where s.id = v_scope.log_last),
    'sums', v_sums, 'parts', v_parts);
end $$;
comment on function desk.worker_pack_plan is 'What a pack will hold.';
