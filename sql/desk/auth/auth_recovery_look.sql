/* What the words mailed to the new mailbox of a recovery would prove: `open`, `proven`, `ended` or `unknown`. Changes nothing, so that a
   mail program that follows links proves nothing. */
create or replace function desk.auth_recovery_look(p_words text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce((select case when r.proven_at is not null then '{"state": "proven"}'::jsonb
      when (desk.recovery_request(r)).state is distinct from 'pending' then '{"state": "ended"}'
      else jsonb_build_object('state', 'open', 'email', r.new_email, 'reference', r.reference) end
    from identity.recoveries r where r.words_hash = sha256(convert_to(coalesce(p_words, ''), 'UTF8'))), '{"state": "unknown"}')
$$;
comment on function desk.auth_recovery_look is 'What the words mailed to the new mailbox of a recovery would prove.';
