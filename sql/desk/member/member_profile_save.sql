/* Writes what the caller says about themself; the same again changes nothing. Refuses as identity.save_profile; `kyc_locked` at the name or
   country when another one is given than was, or is being, checked. */
create or replace function desk.member_profile_save(p_token text, p_first_name text, p_last_name text, p_mobile text, p_country text, p_address text, p_state text, p_zip text, p_city text, p_language text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_before identity.members;
  v_row identity.members;
begin
  -- Handing documents in takes the same row first: nobody's name changes under the eyes of who checks it.
  select * into v_before from identity.members where id = v_caller.actor_id for no key update;
  v_row := identity.save_profile(v_caller.actor_id, p_first_name, p_last_name, p_mobile, p_country, p_address, p_state, p_zip, p_city, p_language);
  if v_row = v_before then return '{}'; end if;
  if desk.name_locked(v_caller.actor_id) and (v_row.first_name, v_row.last_name, v_row.country) is distinct from (v_before.first_name, v_before.last_name, v_before.country) then
    perform core.refuse('kyc_locked', case when v_row.first_name <> v_before.first_name then 'first_name' when v_row.last_name <> v_before.last_name then 'last_name' else 'country' end);
  end if;
  perform audit.write(core.business_now(), v_caller, 'profile_save', 'member', v_row.public_id::text);
  return '{}';
end $$;
comment on function desk.member_profile_save is 'Writes what the caller says about themself.';
