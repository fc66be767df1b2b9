/* Takes an address and what was written to it out of mails, sent or not. */
create or replace function outbox.forget(p_email text) returns void
language sql volatile security definer set search_path = '' as $$
  delete from outbox.kept_mails where mail_id in (select id from outbox.mails where to_email = p_email);
  update outbox.mails set to_email = 'anonymised@anonymised.invalid', props = '{}', state = case state when 'sent' then 'sent' else 'parked' end where to_email = p_email;
$$;
comment on function outbox.forget is 'Takes an address and what was written to it out of mails.';
