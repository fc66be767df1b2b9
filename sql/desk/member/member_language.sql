/* Chooses the language of pages and mails. */
create or replace function desk.member_language(p_token text, p_language text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  if p_language is null or p_language not in ('en', 'es', 'hi') then perform core.refuse('invalid_input', 'language'); end if;
  update identity.members set language = p_language where id = v_caller.actor_id;
  return '{}';
end $$;
comment on function desk.member_language is 'Chooses the language of pages and mails.';
