/* Mails of the development mailbox, newest first. Sandbox only. */
create or replace function desk.sandbox_mailbox(p_to text default null, p_limit integer default 50) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not (select sandbox from core.clock) then perform core.refuse('not_permitted'); end if;
  return jsonb_build_object('mails', coalesce((select jsonb_agg(x.mail order by x.kept_at desc) from (select jsonb_build_object('id', m.id, 'to', m.to_email, 'template', m.template, 'subject', k.subject, 'html', k.html, 'text', k.body, 'sent_at', k.kept_at) as mail, k.kept_at
    from outbox.kept_mails k join outbox.mails m on m.id = k.mail_id where p_to is null or m.to_email = lower(btrim(p_to)) order by k.kept_at desc limit least(greatest(p_limit, 1), 200)) x), '[]'));
end $$;
comment on function desk.sandbox_mailbox is 'Mails of the development mailbox, newest first.';
