/* Gives a member another address, which the old one can take back by the words hashed here until the time that is answered (72 hours from
   now). Refuses `email_taken` when somebody has it or can still take it back, at the field if one is named. */
create or replace function identity.change_email(p_member bigint, p_email text, p_undo_hash bytea, p_field text default null) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_old text;
  v_until timestamptz := clock_timestamp() + interval '72 hours';
begin
  if exists (select from identity.members where email = p_email) or exists (select from identity.staff where email = p_email) then perform core.refuse('email_taken', p_field); end if;
  begin
    update identity.members set email = p_email where id = p_member returning old.email into v_old;
  exception when unique_violation then
    -- Somebody has taken it since it was looked for.
    perform core.refuse('email_taken', p_field);
  end;
  -- Asked after the row has it: another change of address that is under way at this moment has been waited for.
  if identity.email_reserved(p_email, p_member) then perform core.refuse('email_taken', p_field); end if;
  insert into identity.email_changes (member_id, old_email, new_email, undo_hash, undo_until) values (p_member, v_old, p_email, p_undo_hash, v_until);
  return v_until;
end $$;
comment on function identity.change_email is 'Gives a member another address, which the old one can take back.';
