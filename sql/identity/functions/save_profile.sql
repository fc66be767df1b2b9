/* Writes what a member says about themself. Each part stands whole or not at all: an empty one is nothing. Refuses `invalid_input` and
   `mobile_taken` at the field. The caller holds the member's row. Answers the row. */
create or replace function identity.save_profile(p_member bigint, p_first_name text, p_last_name text, p_mobile text, p_country text, p_address text, p_state text, p_zip text, p_city text, p_language text) returns identity.members
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row identity.members;
  v_first text := core.clean_text(p_first_name, 'first_name', 80);
  v_last text := core.clean_text(p_last_name, 'last_name', 80);
  v_mobile text := regexp_replace(coalesce(p_mobile, ''), '[ ().-]', '', 'g');
begin
  if v_first is null then perform core.refuse('invalid_input', 'first_name'); end if;
  if v_last is null then perform core.refuse('invalid_input', 'last_name'); end if;
  if v_mobile !~ '^\+[1-9][0-9]{6,14}$' then perform core.refuse('invalid_input', 'mobile'); end if;
  if nullif(p_country, '') !~ '^[A-Z]{2}$' then perform core.refuse('invalid_input', 'country'); end if;
  if p_language is null or p_language not in ('en', 'es', 'hi') then perform core.refuse('invalid_input', 'language'); end if;
  begin
    update identity.members set first_name = v_first, last_name = v_last, mobile = v_mobile, country = nullif(p_country, ''), address = core.clean_text(p_address, 'address', 200),
           state = core.clean_text(p_state, 'state', 80), zip = core.clean_text(p_zip, 'zip', 12), city = core.clean_text(p_city, 'city', 80), language = p_language
     where id = p_member returning * into v_row;
  exception when unique_violation then
    perform core.refuse('mobile_taken', 'mobile');
  end;
  return v_row;
end $$;
comment on function identity.save_profile is 'Writes what a member says about themself.';
