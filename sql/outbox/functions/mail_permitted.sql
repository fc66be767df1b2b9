/* A mail to every active member of staff whose role has a permission, each in their own language. */
create or replace function outbox.mail_permitted(p_permission text, p_template text, p_props jsonb, p_dedupe text) returns void
language sql volatile security definer set search_path = '' as $$
  select outbox.mail(p_template, s.email, s.language, p_props, p_dedupe || ':' || s.id)
    from identity.staff s where s.active and identity.may(s.role, p_permission)
$$;
comment on function outbox.mail_permitted is 'Queues a mail to those whose role has a permission.';
