/* Lower-case email; `invalid_input` at the field when it is not one. */
create or replace function identity.normal_email(p_email text) returns text
language plpgsql immutable set search_path = '' as $$
declare v_email text := lower(btrim(coalesce(p_email, '')));
begin
  if not identity.is_email(v_email) then perform core.refuse('invalid_input', 'email'); end if;
  return v_email;
end $$;
comment on function identity.normal_email is 'Lower-case email, checked.';
