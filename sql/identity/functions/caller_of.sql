/* As identity.enter for what members and staff both do, such as proving a second factor: the door is the one of the session's own
   audience, and staff need not have taken the second step. Refuses as identity.enter. */
create or replace function identity.caller_of(p_token text, p_changes boolean default false) returns identity.caller
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_audience text;
begin
  select audience into v_audience from identity.sessions where token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8'));
  return identity.enter(p_token, case when v_audience = 'staff' then 'staff' else 'member' end, 1::smallint, p_changes);
end $$;
comment on function identity.caller_of is 'Finds out who is calling, member or staff.';
