/* Puts a draft version into the queue; above the rail it needs two people. */
create or replace function desk.request_activation(p_version invest.plan_versions, p_caller identity.caller, p_at timestamptz) returns uuid
language sql volatile set search_path = '' as $$
  select approval.open('plan_activation', (p_version).id, p.name || ' v' || (p_version).version, null, null, (p_caller).actor_id, 'staff', null,
      desk.json_plan(p, p_version) || jsonb_build_object('hash', encode((p_version).hash, 'hex')), case when (p_version).above_rail then 2 else 1 end::smallint, p_at)
    from invest.plans p where p.id = (p_version).plan_id
$$;
comment on function desk.request_activation is 'Puts a draft version into the queue.';
