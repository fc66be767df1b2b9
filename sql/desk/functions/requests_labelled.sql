/* Requests whose label holds a text, or (of one or two letters) begins with it: the newest, at most so many. Of labels nearly all requests
   have, the newest five thousand are read first. With the owner's eyes, for staff alone, as desk.members_called. */
create or replace function desk.requests_labelled(p_search text, p_most integer default 500) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_part text := case when length(p_search) > 2 then '%' else '' end || desk.like_text(p_search) || '%';
  v_floor uuid;
  v_found uuid[];
begin
  if not identity.is_staff() then return; end if;
  foreach v_floor in array array[(select x.id from approval.requests x order by x.id desc offset 5000 limit 1), null] loop
    with labelled as materialized (select r.id from approval.requests r where r.subject_label ilike v_part and (v_floor is null or r.id > v_floor))
    select array(select l.id from labelled l order by l.id desc limit p_most) into v_found;
    exit when v_floor is null or cardinality(v_found) >= p_most or not desk.findable(p_search);
  end loop;
  return query select unnest(v_found);
end $$;
comment on function desk.requests_labelled is 'Requests whose label holds a text.';
