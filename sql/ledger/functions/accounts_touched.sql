/* Accounts with lines in journals after p_after, with holds placed since p_hold (an id: they carry their time) or ended since p_ended. */
create or replace function ledger.accounts_touched(p_after bigint, p_hold uuid, p_ended timestamptz) returns bigint[]
language sql stable security definer set search_path = '' as $$
  select array(select l.account_id from ledger.lines l where l.journal_id > p_after
         union select h.account_id from ledger.holds h where h.id >= p_hold
         union select h.account_id from ledger.holds h where h.ended_at >= p_ended)
$$;
comment on function ledger.accounts_touched is 'Accounts that moved lately.';
