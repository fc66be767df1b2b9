-- owner: reader
/* What the caller could approve together: the oldest requests of one kind that wait for somebody like them, at most 500, with their sums per
   currency, of p_only alone when some were chosen; `more` that come after these, and `others` that wait for somebody else. Refuses `invalid_input` for a kind that is read one by one. */
create or replace function desk.staff_batch(p_token text, p_kind text, p_search text default null, p_only jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'requests.decide');
  v_search text := core.clean_text(p_search, 'search', 80);
  v_members bigint[] := case when v_search is not null then array(select desk.members_called(v_search)) end;
  v_labelled uuid[] := case when v_search is not null then array(select desk.requests_labelled(v_search)) end;
  v_rows approval.requests[];
  v_all bigint;
  v_mine bigint;
begin
  if not desk.batch_kind(p_kind) then perform core.refuse('invalid_input', 'kind'); end if;
  with waiting as (
    select r, r.maker_id not in (v_caller.actor_id, coalesce(v_caller.member_id, -1)) and r.beneficiary_id is distinct from coalesce(v_caller.member_id, -1)
             and not exists (select from approval.decisions d where d.request_id = r.id and d.staff_id = v_caller.actor_id) as may
      from approval.requests r
     where r.state = 'pending' and r.kind = p_kind and (p_only is null or r.id::text in (select jsonb_array_elements_text(p_only)))
       and (v_search is null or r.reference = upper(v_search) or r.id = any (v_labelled) or r.beneficiary_id = any (v_members)))
  select count(*), count(*) filter (where w.may), (select array_agg(o.r order by (o.r).created_at, (o.r).id) from (select x.r from waiting x where x.may order by (x.r).created_at, (x.r).id limit 500) o)
    into v_all, v_mine, v_rows from waiting w;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object(
    'items', (select coalesce(jsonb_agg(desk.json_request(r, v_caller) || jsonb_build_object('payload_hash', encode(r.payload_hash, 'hex')) order by r.created_at, r.id), '[]') from unnest(v_rows) r),
    'totals', (select coalesce(jsonb_agg(jsonb_build_object('currency', t.currency, 'count', t.count, 'amount', core.format_amount(t.sum, t.currency)) order by t.currency), '[]')
      from (select r.currency, count(*) as count, sum(r.amount)::bigint as sum from unnest(v_rows) r where r.currency is not null group by r.currency) t),
    'more', v_mine - cardinality(coalesce(v_rows, '{}')), 'others', v_all - v_mine);
end $$;
comment on function desk.staff_batch is 'What the caller could approve together.';
