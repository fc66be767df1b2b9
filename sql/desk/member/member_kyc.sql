-- owner: reader
/* The caller's identity check, and whether the operator asks for one before investing and withdrawing. */
create or replace function desk.member_kyc(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  return desk.json_kyc(v_caller.actor_id, core.business_date(core.business_now(), core.setting('timezone'))) || jsonb_build_object('required', core.setting('require_kyc')::boolean);
end $$;
comment on function desk.member_kyc is 'The caller''s identity check.';
