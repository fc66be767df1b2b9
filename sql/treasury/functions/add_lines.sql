/* Adds lines to a statement that is being imported, each once however often it comes. Lines are [{n, ordinal, refusal, booked_on, value_on,
   amount, currency, bank_reference, detail, reference, text}], all text; amounts are decimal text with a minus for what left; a refusal is what the
   reader found wrong before. `ordinal` counts equal lines of one day within the file, `detail` the parts of one entry. Nothing is
   refused as a whole: answers {imported, skipped, refused} and keeps the reasons. Locks the account. */
create or replace function treasury.add_lines(p_statement uuid, p_lines jsonb, p_today date) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_statement treasury.statements;
  v_account treasury.reconciled_accounts;
  v_currency text;
  v_exponent smallint;
  v_counts record;
begin
  select * into v_statement from treasury.statements where id = p_statement;
  if not found then perform core.refuse('not_found', 'statement'); end if;
  v_account := treasury.lock_reconciled(v_statement.account_id);
  if (select closed_at is not null from treasury.statements where id = p_statement) then perform core.refuse('already_decided', 'statement'); end if;
  select a.currency, c.exponent into v_currency, v_exponent from ledger.accounts a join core.currencies c on c.code = a.currency where a.id = v_statement.account_id;
  with given as materialized (
    select g.n, g.ordinal, g.detail, g.refusal, g.booked_on, coalesce(nullif(g.value_on, ''), g.booked_on) as value_on, g.amount, coalesce(nullif(g.currency, ''), v_currency) as currency,
           nullif(left(btrim(g.bank_reference), 140), '') as bank_reference, nullif(left(btrim(g.reference), 140), '') as reference, nullif(left(btrim(g.text), 500), '') as text
      from jsonb_to_recordset(p_lines) as g (n integer, ordinal text, detail text, refusal text, booked_on text, value_on text, amount text, currency text, bank_reference text, reference text, text text)
  ), read as materialized (
    select g.*, case when g.amount ~ '^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?$' then g.amount::numeric * power(10::numeric, v_exponent) end as minor,
           case when pg_input_is_valid(g.booked_on, 'date') then g.booked_on::date end as booked, case when pg_input_is_valid(g.value_on, 'date') then g.value_on::date end as valued
      from given g
  ), judged as materialized (
    select r.*, case when r.refusal is not null then left(r.refusal, 40)
             when r.currency <> v_currency then 'currency_other'
             when r.minor is null or r.minor <> trunc(r.minor) or abs(r.minor) > 9000000000000000 then 'amount_invalid'
             when r.minor = 0 then 'amount_zero'
             when r.booked is null then 'booked_on_invalid'
             when r.valued is null then 'value_on_invalid'
             when r.booked < v_account.begins_on then 'before_beginning'
             when r.booked > p_today then 'in_future' end as reason
      from read r
  ), named as materialized (
    select j.*, sha256(v_account.salt || convert_to(case when j.bank_reference is not null then jsonb_build_array('entry', j.bank_reference, j.detail)
             else jsonb_build_array('content', j.booked, j.valued, j.minor::bigint, j.reference, j.text, j.detail, j.ordinal) end::text, 'UTF8')) as identity
      from judged j where j.reason is null
  ), ranked as materialized (
    select n.*, row_number() over (partition by n.identity order by n.n) as nth,
           (first_value(jsonb_build_array(n.booked, n.minor)) over (partition by n.identity order by n.n)) <> jsonb_build_array(n.booked, n.minor) as other
      from named n
  ), compared as materialized (
    select r.*, o.id is not null as known, o.statement_id = p_statement as here, coalesce(r.other, false) or (o.id is not null and (o.booked_on, o.amount) is distinct from (r.booked, r.minor::bigint)) as differs
      from ranked r left join treasury.statement_lines o on o.account_id = v_statement.account_id and o.identity = r.identity
  ), fresh as (
    insert into treasury.statement_lines (statement_id, account_id, identity, line_no, booked_on, value_on, amount, currency, bank_reference, reference, text)
    select p_statement, v_statement.account_id, c.identity, c.n, c.booked, c.valued, c.minor::bigint, v_currency, c.bank_reference, c.reference, c.text
      from compared c where c.nth = 1 and not c.known order by c.n
    returning line_no
  ), told as (
    select j.n, 'refused' as outcome, j.reason from judged j where j.reason is not null
    union all
    select c.n, case when c.nth = 1 and not c.known then 'imported' when c.differs then 'refused' else 'skipped' end,
           case when c.nth = 1 and not c.known then null when c.differs then 'reference_reused' when c.nth > 1 or c.here then 'twice_in_file' else 'already_imported' end
      from compared c
  ), listed as (
    select t.*, row_number() over (partition by t.outcome order by t.n) as place from told t where t.outcome <> 'imported'
  )
  select count(*) filter (where t.outcome = 'imported') as imported, count(*) filter (where t.outcome = 'skipped') as skipped, count(*) filter (where t.outcome = 'refused') as refused,
         (select coalesce(jsonb_agg(jsonb_build_object('line', l.n, 'outcome', l.outcome, 'reason', l.reason) order by l.n), '[]') from listed l
           where l.place <= 200 - case l.outcome when 'skipped' then least(v_statement.skipped, 200) else least(v_statement.refused, 200) end) as remarks,
         (select count(*) from fresh) as written
    into v_counts from told t;
  if v_counts.written <> v_counts.imported then
    raise exception 'statement %: % lines told, % written', p_statement, v_counts.imported, v_counts.written;
  end if;
  update treasury.statements s set imported = s.imported + v_counts.imported, skipped = s.skipped + v_counts.skipped, refused = s.refused + v_counts.refused, remarks = s.remarks || v_counts.remarks
   where s.id = p_statement;
  return jsonb_build_object('imported', v_counts.imported, 'skipped', v_counts.skipped, 'refused', v_counts.refused);
end $$;
comment on function treasury.add_lines is 'Adds lines to a statement, each once.';
