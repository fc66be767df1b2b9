/* Carries an approved recovery out and tells the addresses: the old one what it is now and how to take it back, the new one until when
   withdrawals pause. Refuses as identity.recover; raises when the row no longer holds the addresses that were signed. */
create or replace function desk.carry_out_recovery(p_payload jsonb, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_row identity.recoveries;
  v_from timestamptz;
begin
  select * into v_row from identity.recoveries where id = (p_payload ->> 'recovery')::uuid;
  if encode(sha256(convert_to(v_row.old_email || ' ' || v_row.new_email, 'UTF8')), 'hex') is distinct from p_payload ->> 'addresses' then
    raise exception 'recovery %: other addresses than those that were signed', v_row.reference;
  end if;
  v_from := identity.recover(v_row.id, p_at);
  if v_row.new_email <> v_row.old_email then
    perform outbox.mail('email_changed', v_row.old_email, m.language, jsonb_build_object('first_name', m.first_name, 'sealed_code', v_row.sealed_undo, 'new_email', v_row.new_email, 'undo_until', c.undo_until, 'withdrawals_from', v_from))
       from identity.members m, identity.email_changes c where m.id = v_row.member_id and c.undo_hash = v_row.undo_hash;
    perform outbox.mail_member('email_set', v_row.member_id, jsonb_build_object('withdrawals_from', v_from));
  end if;
  if v_row.drop_authenticator then
    perform outbox.mail_member('security_changed', v_row.member_id, jsonb_build_object('what', 'authenticator_removed', 'at', p_at, 'withdrawals_from', v_from));
  end if;
end $$;
comment on function desk.carry_out_recovery is 'Carries an approved recovery out and tells the addresses.';
