/* A mail to be sent, written with the fact it tells, and to which member it tells it, if it does. With a dedupe key the same fact is told
   once. */
create or replace function outbox.mail(p_template text, p_to text, p_language text, p_props jsonb, p_dedupe text default null, p_member bigint default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid;
begin
  insert into outbox.mails (template, to_email, language, props, dedupe_key, member_id)
  values (p_template, p_to, coalesce(p_language, 'en'), p_props, p_dedupe, p_member)
  on conflict (dedupe_key) do nothing returning id into v_id;
  if v_id is not null then
    perform outbox.enqueue('mail__send', jsonb_build_object('mail', v_id));
  end if;
end $$;
comment on function outbox.mail is 'Queues a mail in this transaction.';
