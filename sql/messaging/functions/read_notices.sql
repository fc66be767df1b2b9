/* Marks a notice as read, or it and every older one of the same member. What was read keeps its time. */
create or replace function messaging.read_notices(p_notice messaging.notices, p_and_older boolean, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update messaging.notices n set read_at = p_at
   where n.member_id = (p_notice).member_id and n.read_at is null and (n.id = (p_notice).id or (p_and_older and (n.told_at, n.id) < ((p_notice).told_at, (p_notice).id)))
$$;
comment on function messaging.read_notices is 'Marks a notice as read, or it and every older one.';
