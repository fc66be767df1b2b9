/* Sends a mail that was set aside once more (`retry`), or sets one aside that waits (`park`). Refuses `not_found`, and `already_decided` for a mail
   that is not in the state this is for. */
create or replace function desk.staff_mail_decide(p_token text, p_mail uuid, p_verb text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'jobs.write');
  v_known jsonb := ledger.claim_key(v_caller.actor_id, 'mail_decide', p_key, jsonb_build_array(p_mail, p_verb));
  v_mail outbox.mails;
begin
  if v_known is not null then return v_known; end if;
  if p_verb is null or p_verb not in ('retry', 'park') then perform core.refuse('invalid_input', 'verb'); end if;
  select * into v_mail from outbox.mails where id = p_mail for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_mail.state <> (case p_verb when 'retry' then 'parked' else 'queued' end) then perform core.refuse('already_decided', null, jsonb_build_object('state', v_mail.state)); end if;
  if p_verb = 'retry' then
    update outbox.mails set state = 'queued', attempts = 0, error = null where id = p_mail;
    perform outbox.enqueue('mail__send', jsonb_build_object('mail', p_mail));
  else
    update outbox.mails set state = 'parked' where id = p_mail;
  end if;
  perform audit.write(core.business_now(), v_caller, 'mail_' || p_verb, 'mail', p_mail::text);
  return ledger.keep_outcome(v_caller.actor_id, 'mail_decide', p_key, jsonb_build_object('state', case p_verb when 'retry' then 'queued' else 'parked' end));
end $$;
comment on function desk.staff_mail_decide is 'Sends a mail once more, or sets it aside.';
