/* What the undo words of a mail would do: `open` or (before staff's change is approved) `asked` with both addresses, else `used`, `stopped`,
   `expired` or `unknown`. Changes nothing, so that a
   mail program that follows links undoes nothing. */
create or replace function desk.auth_email_undo_look(p_undo text) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select coalesce((select case when c.undone_at is not null then '{"state": "used"}'::jsonb when c.undo_until <= clock_timestamp() then '{"state": "expired"}'::jsonb
      else jsonb_build_object('state', 'open', 'old_email', c.old_email, 'new_email', c.new_email, 'undo_until', c.undo_until) end
    from identity.email_changes c where c.undo_hash = sha256(convert_to(coalesce(p_undo, ''), 'UTF8'))),
    (select case (desk.recovery_request(r)).state when 'pending' then jsonb_build_object('state', 'asked', 'old_email', r.old_email, 'new_email', r.new_email)
        when 'cancelled' then '{"state": "stopped"}' else '{"state": "expired"}' end
      from identity.recoveries r where r.undo_hash = sha256(convert_to(coalesce(p_undo, ''), 'UTF8'))), '{"state": "unknown"}')
$$;
comment on function desk.auth_email_undo_look is 'What the undo words of a mail would do.';
