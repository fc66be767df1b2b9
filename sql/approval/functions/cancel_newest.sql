/* The maker takes the newest request about something back. Refuses as approval.cancel, `not_found` where there is none. */
create or replace function approval.cancel_newest(p_kind text, p_subject uuid, p_actor bigint, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  select approval.cancel((select r.id from approval.requests r where r.kind = p_kind and r.subject_id = p_subject order by r.created_at desc limit 1), p_actor, p_at)
$$;
comment on function approval.cancel_newest is 'Takes the newest request about something back.';
