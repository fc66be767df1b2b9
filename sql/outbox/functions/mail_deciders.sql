/* A mail to every active member of staff who may decide requests. */
create or replace function outbox.mail_deciders(p_template text, p_props jsonb, p_dedupe text) returns void
language sql volatile security definer set search_path = '' as $$
  select outbox.mail(p_template, s.email, 'en', p_props, p_dedupe || ':' || s.id)
    from identity.staff s where s.active and identity.may(s.role, 'requests.decide')
$$;
comment on function outbox.mail_deciders is 'Queues a mail to those who may decide.';
