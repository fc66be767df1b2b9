/* Asks for a run of real history under a draft version, of the compensation plan or of an investment plan; the worker makes it. While one waits or runs for the draft its id is answered.
   Refuses `not_found`, and `already_decided` when the version is no draft any more. */
create or replace function network.ask_what_if(p_version uuid, p_staff bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_state text;
  v_rate boolean := false;
  v_id uuid;
begin
  -- Two who ask at once ask for one run.
  select v.state into v_state from network.plan_versions v where v.id = p_version for no key update;
  if not found then
    select v.state into v_state from invest.plan_versions v where v.id = p_version for no key update;
    v_rate := found;
  end if;
  if v_state is null then perform core.refuse('not_found'); end if;
  if v_state <> 'draft' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_state)); end if;
  select w.id into v_id from network.what_ifs w where p_version in (w.version_id, w.rate_version_id) and w.state <> 'finished';
  if found then return v_id; end if;
  insert into network.what_ifs (version_id, rate_version_id, asked_by, asked_at) values (case when not v_rate then p_version end, case when v_rate then p_version end, p_staff, p_at) returning id into v_id;
  perform outbox.enqueue('network__what_if');
  return v_id;
end $$;
comment on function network.ask_what_if is 'Asks for a run of real history under a draft.';
