/* Takes what is personal out of a closed account whose retention period is over. Accounts, journals, requests and seals hold ids and
   figures only and stay as they are. Exits quietly when it is not due or was done. */
create or replace function desk.worker_anonymise(p_member uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_member identity.members;
begin
  select * into v_member from identity.members where public_id = p_member and anonymised_at is null
     and closed_at < v_at - make_interval(days => core.setting('retention_days')::integer) for update;
  if not found then return jsonb_build_object('done', false); end if;
  perform compliance.forget(v_member.id);
  perform funding.forget(v_member.id, v_at);
  perform messaging.forget(v_member.id);
  perform outbox.forget(v_member.email);
  perform identity.forget(v_member.id, v_at);
  perform audit.write(v_at, null, 'anonymise', 'member', v_member.public_id::text);
  return jsonb_build_object('done', true);
end $$;
comment on function desk.worker_anonymise is 'Takes what is personal out of a closed account.';
