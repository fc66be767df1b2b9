-- owner: reader
/* Movements of the caller, newest first. */
create or replace function desk.member_movements(p_token text, p_wallet text default null, p_currency text default null, p_kind text default null, p_from date default null, p_to date default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return desk.movements(v_caller.actor_id, p_wallet, p_currency, p_kind, p_from, p_to, p_cursor, p_limit);
end $$;
comment on function desk.member_movements is 'Movements of the caller, newest first.';
