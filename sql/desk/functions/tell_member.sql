/* Trigger: what a member is told by mail the portal tells too. Here and not beside each mail, so that no mail can be without its notice.
   Words that do something without a session are told by mail only. */
create or replace function desk.tell_member() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  perform messaging.notify(new.member_id, desk.notice_kind(new.template, new.props), new.template, new.props - 'sealed_code', core.business_now());
  return null;
end $$;
comment on function desk.tell_member is 'Trigger: what a member is told by mail the portal tells too.';
