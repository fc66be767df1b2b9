/* Matches what is unmistakable: a bank line that carries an entry's reference (its own, the transfer's or the request's), of the same account
   and amount, where neither has another candidate. A whole reference field counts at any length, a word within a text from six letters and
   digits on. Everything else is for a person. Answers how many. */
create or replace function desk.match_statement(p_account bigint, p_by bigint, p_at timestamptz) returns bigint
language plpgsql volatile set search_path = '' as $$
declare
  v_account treasury.reconciled_accounts := treasury.lock_reconciled(p_account);
  v_lines uuid[];
  v_journals bigint[];
  v_nos integer[];
begin
  with open_lines as materialized (
    select l.* from treasury.statement_lines l where l.account_id = p_account and not exists (select from treasury.matches m where m.line_id = l.id)
  ), words as materialized (
    select l.id, l.amount, upper(regexp_replace(f.field, '[^[:alnum:]]', '', 'g')) as word from open_lines l cross join lateral (values (l.bank_reference), (l.reference)) f (field) where f.field is not null
    union
    select l.id, l.amount, w.word from open_lines l cross join lateral regexp_split_to_table(concat_ws(' ', l.reference, l.text), '[\s,;:/|]+') p (part)
      cross join lateral (select upper(regexp_replace(p.part, '[^[:alnum:]]', '', 'g')) as word) w where length(w.word) >= 6
  ), entries as materialized (
    select e.journal_id, e.line_no, e.amount, upper(regexp_replace(f.field, '[^[:alnum:]]', '', 'g')) as word
      from desk.entry_references(p_account, v_account.begins_on - 31) e cross join lateral (values (e.reference), (e.transfer_reference)) f (field)
     where f.field is not null and not exists (select from treasury.matches m where (m.account_id, m.journal_id, m.line_no) = (p_account, e.journal_id, e.line_no))
  ), pairs as (
    select distinct w.id, e.journal_id, e.line_no from words w join entries e on e.word = w.word and e.amount = w.amount where w.word <> ''
  ), sure as (
    select p.*, count(*) over (partition by p.id) as for_line, count(*) over (partition by p.journal_id, p.line_no) as for_entry from pairs p
  )
  select array_agg(s.id order by s.id), array_agg(s.journal_id order by s.id), array_agg(s.line_no order by s.id) into v_lines, v_journals, v_nos from sure s where s.for_line = 1 and s.for_entry = 1;
  if v_lines is null then return 0; end if;
  return treasury.match(p_account, v_lines, v_journals, v_nos, 'reference', p_by, p_at);
end $$;
comment on function desk.match_statement is 'Matches bank lines with entries that share a reference.';
