/* One person, or two at or above the operator's threshold (setting two_person_above, in units of the amount's currency; 0: never). */
create or replace function approval.people_needed(p_amount bigint, p_currency text) returns smallint
language sql stable security definer set search_path = '' as $$
  select case when p_amount >= core.setting_amount('two_person_above', p_currency) then 2 else 1 end::smallint
$$;
comment on function approval.people_needed is 'How many people must agree.';
