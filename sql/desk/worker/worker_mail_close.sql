/* What became of a mail. Failed: tried again three times, then parked where people see it. The code of a sent login mail is forgotten. */
create or replace function desk.worker_mail_close(p_mail uuid, p_outcome text, p_error text, p_subject text, p_html text, p_text text, p_keep boolean) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_mail outbox.mails;
  v_wait interval := make_interval(secs => core.setting('mail_retry_seconds')::integer);
begin
  select * into v_mail from outbox.mails where id = p_mail for update;
  if not found or v_mail.state <> 'queued' then return jsonb_build_object('state', coalesce(v_mail.state, 'gone')); end if;
  if p_outcome = 'sent' then
    update outbox.mails set state = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1, error = null, props = props - 'sealed_code' where id = p_mail;
    if p_keep then
      insert into outbox.kept_mails (mail_id, subject, html, body) values (p_mail, p_subject, p_html, p_text) on conflict do nothing;
    end if;
    return jsonb_build_object('state', 'sent');
  end if;
  if v_mail.attempts >= 3 then
    update outbox.mails set state = 'parked', attempts = attempts + 1, error = left(p_error, 500) where id = p_mail;
    return jsonb_build_object('state', 'parked');
  end if;
  update outbox.mails set attempts = attempts + 1, error = left(p_error, 500) where id = p_mail;
  perform outbox.enqueue('mail__send', jsonb_build_object('mail', p_mail), clock_timestamp() + v_wait);
  return jsonb_build_object('state', 'queued', 'retry_at', clock_timestamp() + v_wait);
end $$;
comment on function desk.worker_mail_close is 'What became of a mail.';
