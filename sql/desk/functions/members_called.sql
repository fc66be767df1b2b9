/* Whom a search of staff means: members whose address or name holds the text, whose mobile number ends with its four or more digits, or whose
   username, referral code or id it is, newest first, below an id, at most so many. One or two letters are looked for at the beginning of the
   address and of each name. A whole address means its owner alone. The newest five thousand are read first, so that what nearly everybody is called
   costs no more than what nobody is; a text without letters or digits to go by is looked for among those only. With the owner's eyes, for staff alone: an index of parts of words cannot be used under row security. */
create or replace function desk.members_called(p_search text, p_before bigint default null, p_most integer default 500) returns setof bigint
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_text text := desk.like_text(lower(p_search)) || '%';
  v_part text := case when length(p_search) > 2 then '%' else '' end || v_text;
  v_second text := case when length(p_search) < 3 then '% ' || v_text end;
  v_digits text := case when p_search ~ '^\+?[0-9 ().-]+$' then ltrim(regexp_replace(p_search, '[^0-9]', '', 'g'), '0') end;
  v_mobile text := case when length(v_digits) > 3 then '%' || v_digits end;
  v_id uuid := case when p_search ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then p_search::uuid end;
  v_floor bigint;
  v_found bigint[];
begin
  if not identity.is_staff() then return; end if;
  if strpos(p_search, '@') > 0 and exists (select from identity.members m where m.email = lower(p_search)) then
    return query select m.id from identity.members m where m.email = lower(p_search) and (p_before is null or m.id < p_before);
    return;
  end if;
  foreach v_floor in array array[(select min(x.id) from (select m.id from identity.members m where p_before is null or m.id < p_before order by m.id desc limit 5000) x), 0] loop
    with called as materialized (
      select m.id from identity.members m
       where (m.email like v_part or m.first_name || ' ' || m.last_name ilike v_part or m.first_name || ' ' || m.last_name ilike v_second
              or m.mobile like v_mobile or m.username = lower(p_search) or m.referral_code = upper(p_search) or m.public_id = v_id)
         and (v_floor = 0 or m.id >= v_floor) and (p_before is null or m.id < p_before))
    select array(select c.id from called c order by c.id desc limit p_most) into v_found;
    -- What one in fifty is called is not worth the whole index: those hundred are the newest.
    exit when cardinality(v_found) >= least(p_most, 100) or not desk.findable(p_search);
  end loop;
  return query select unnest(v_found);
end $$;
comment on function desk.members_called is 'Whom a search of staff means.';
