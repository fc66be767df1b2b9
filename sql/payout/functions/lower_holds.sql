/* Lowers what is held of a credit, because part of it was taken as tax: at most p_keep (minor units) stays held, for the same reasons. Call it
   with the account locked. */
create or replace function payout.lower_holds(p_account bigint, p_subject uuid, p_keep bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_hold record;
  v_over bigint;
begin
  select coalesce(sum(h.amount), 0) - p_keep into v_over from ledger.holds h where h.subject = p_subject and h.account_id = p_account and h.state = 'open';
  for v_hold in select h.* from ledger.holds h where h.subject = p_subject and h.account_id = p_account and h.state = 'open' order by h.reason = 'reserve', h.id loop
    exit when v_over <= 0;
    perform ledger.end_hold(v_hold.id, 'released', p_at);
    if v_hold.amount > v_over then perform ledger.place_hold(p_account, v_hold.amount - v_over, v_hold.reason, p_subject, p_at); end if;
    v_over := v_over - v_hold.amount;
  end loop;
end $$;
comment on function payout.lower_holds is 'Lowers what is held of a credit.';
