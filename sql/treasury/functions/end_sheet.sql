/* Ends a submitted sheet: signed (`payload_changed` when it is out of date), rejected or cancelled. Once: `already_decided`. */
create or replace function treasury.end_sheet(p_sheet uuid, p_state text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_state = 'signed' then perform treasury.check_sheet(p_sheet); end if;
  update treasury.sheets set state = p_state, decided_at = p_at where id = p_sheet and state = 'submitted';
  if not found then perform core.refuse('already_decided'); end if;
end $$;
comment on function treasury.end_sheet is 'Ends a submitted sheet.';
