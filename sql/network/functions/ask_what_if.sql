/* Asks for a run of real history under a draft version; the worker makes it. While one waits or runs for the draft its id is answered. Refuses
   `not_found`, and `already_decided` when the version is no draft any more. */
create or replace function network.ask_what_if(p_version uuid, p_staff bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_version network.plan_versions;
  v_id uuid;
begin
  -- Two who ask at once ask for one run.
  select * into v_version from network.plan_versions where id = p_version for no key update;
  if not found then perform core.refuse('not_found'); end if;
  if v_version.state <> 'draft' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_version.state)); end if;
  select w.id into v_id from network.what_ifs w where w.version_id = p_version and w.state <> 'finished';
  if found then return v_id; end if;
  insert into network.what_ifs (version_id, asked_by, asked_at) values (p_version, p_staff, p_at) returning id into v_id;
  perform outbox.enqueue('network__what_if');
  return v_id;
end $$;
comment on function network.ask_what_if is 'Asks for a run of real history under a draft.';
