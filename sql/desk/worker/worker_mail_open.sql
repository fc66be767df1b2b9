/* A mail to send, or why not. */
create or replace function desk.worker_mail_open(p_mail uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_mail outbox.mails;
begin
  select * into v_mail from outbox.mails where id = p_mail;
  if not found then return jsonb_build_object('skip', 'gone'); end if;
  if v_mail.state <> 'queued' then return jsonb_build_object('skip', v_mail.state); end if;
  return jsonb_build_object('mail', jsonb_build_object('id', v_mail.id, 'template', v_mail.template, 'to', v_mail.to_email, 'language', v_mail.language, 'props', v_mail.props, 'attempts', v_mail.attempts, 'message_id', v_mail.id || '@coffer'),
    'company', core.setting('company'), 'support_email', core.setting('support_email'));
end $$;
comment on function desk.worker_mail_open is 'A mail to send, or why not.';
