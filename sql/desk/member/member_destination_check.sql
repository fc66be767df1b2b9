/* Checks a new destination before its code is sent; answers the context the code is bound to. */
create or replace function desk.member_destination_check(p_token text, p_type text, p_label text, p_address text default null, p_account_name text default null, p_account_number text default null, p_ifsc text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
begin
  return jsonb_build_object('context', funding.check_destination(p_type, p_label, p_address, p_account_name, p_account_number, p_ifsc));
end $$;
comment on function desk.member_destination_check is 'Checks a new destination before its code is sent; answers the context the code is bound to.';
