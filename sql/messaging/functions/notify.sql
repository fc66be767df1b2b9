/* Tells a member something in the portal, in the transaction of the fact. */
create or replace function messaging.notify(p_member bigint, p_kind text, p_template text, p_facts jsonb, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  insert into messaging.notices (member_id, kind, template, facts, told_at) values (p_member, p_kind, p_template, p_facts, p_at)
$$;
comment on function messaging.notify is 'Tells a member something in the portal.';
