/* A mail to every active member of staff who may decide requests. */
create or replace function outbox.mail_deciders(p_template text, p_props jsonb, p_dedupe text) returns void
language sql volatile security definer set search_path = '' as $$
  select outbox.mail_permitted('requests.decide', p_template, p_props, p_dedupe)
$$;
comment on function outbox.mail_deciders is 'Queues a mail to those who may decide.';
