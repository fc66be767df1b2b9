/* Chooses the language of pages and mails. */
create or replace function desk.staff_language(p_token text, p_language text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, null);
begin
  if p_language is null or p_language not in ('en', 'es', 'hi') then perform core.refuse('invalid_input', 'language'); end if;
  update identity.staff set language = p_language where id = v_caller.actor_id;
  return '{}';
end $$;
comment on function desk.staff_language is 'Chooses the language of pages and mails.';
