/* Refuses `payload_changed` when a submitted sheet is no longer what the books and the bank say: a line came or was matched since.
   Locks the account, so that what was checked is what is signed. */
create or replace function treasury.check_sheet(p_sheet uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_sheet treasury.sheets; v_figures treasury.day_figures;
begin
  select * into v_sheet from treasury.sheets where id = p_sheet;
  if not found then perform core.refuse('not_found'); end if;
  perform treasury.lock_reconciled(v_sheet.account_id);
  v_figures := treasury.day_figures(v_sheet.account_id, v_sheet.day_on);
  if v_figures.fingerprint is distinct from v_sheet.fingerprint then perform core.refuse('payload_changed'); end if;
end $$;
comment on function treasury.check_sheet is 'Refuses a sheet that is out of date.';
