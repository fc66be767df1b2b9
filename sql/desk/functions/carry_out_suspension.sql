/* Carries an approved suspension out, or its end, and tells the member: that it is so, not why. Refuses as identity.suspend. */
create or replace function desk.carry_out_suspension(p_request approval.requests, p_caller identity.caller, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_suspend boolean := ((p_request).payload ->> 'suspend')::boolean;
  v_member identity.members := identity.suspend((p_request).subject_id, v_suspend);
begin
  perform outbox.mail_member(case when v_suspend then 'account_suspended' else 'account_restored' end, v_member.id, jsonb_build_object('at', p_at));
  perform audit.write(p_at, p_caller, case when v_suspend then 'suspend' else 'suspend_lift' end, 'member', v_member.public_id::text, (p_request).payload ->> 'reason');
end $$;
comment on function desk.carry_out_suspension is 'Carries an approved suspension out, or its end.';
