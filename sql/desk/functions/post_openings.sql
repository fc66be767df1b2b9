/* Posts opening balances as compound journals of at most 1,000 credits, value date the cut-over: what members are owed against the bank account that holds it, and against deployed capital as
   far as p_deployed goes. Credits in minor units, in the order given; the source of a line is its contract, where it has one. Everything an account loses or wins stands in its own journal, each of
   which balances. A journal looks up its own accounts, also when its caller (desk.carry_out_import) reads files against each other and joins no other way than whole. Answers what of
   p_deployed is left for the next call. */
create or replace function desk.post_openings(p_bank bigint, p_currency text, p_credits ledger.line[], p_deployed bigint, p_on date, p_actor bigint, p_cause uuid) returns bigint
language plpgsql volatile set search_path = '' set enable_nestloop = on as $$
declare
  v_left bigint := p_deployed;
  v_part ledger.line[];
  v_sum bigint;
  v_work bigint;
begin
  for v_from in 1 .. coalesce(cardinality(p_credits), 0) by 1000 loop
    v_part := p_credits[v_from : v_from + 999];
    select -sum(l.amount)::bigint into v_sum from unnest(v_part) l;
    v_work := least(v_left, v_sum);
    v_left := v_left - v_work;
    if v_work > 0 then v_part := array_prepend((ledger.operator_account('deployed_capital', p_currency), v_work, null)::ledger.line, v_part); end if;
    if v_sum > v_work then v_part := array_prepend((p_bank, v_sum - v_work, null)::ledger.line, v_part); end if;
    perform ledger.post('opening', p_on, p_actor, p_cause, v_part);
  end loop;
  return v_left;
end $$;
comment on function desk.post_openings is 'Posts opening balances as compound journals.';
