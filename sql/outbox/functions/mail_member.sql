/* A mail to a member in the member's language; first_name is added to its facts. */
create or replace function outbox.mail_member(p_template text, p_member bigint, p_props jsonb, p_dedupe text default null) returns void
language sql volatile security definer set search_path = '' as $$
  select outbox.mail(p_template, m.email, m.language, jsonb_build_object('first_name', m.first_name) || p_props, p_dedupe, m.id)
    from identity.members m where m.id = p_member
$$;
comment on function outbox.mail_member is 'Queues a mail to a member.';
