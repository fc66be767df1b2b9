/* A side has seen what the other wrote up to a number, and nothing that came after it; never backwards. */
create or replace function messaging.mark_read(p_thread uuid, p_side text, p_up_to integer) returns void
language sql volatile security definer set search_path = '' as $$
  update messaging.threads set
    member_read = case p_side when 'member' then greatest(member_read, least(p_up_to, staff_wrote)) else member_read end,
    staff_read = case p_side when 'staff' then greatest(staff_read, least(p_up_to, member_wrote)) else staff_read end
   where id = p_thread and p_up_to > case p_side when 'member' then member_read else staff_read end
$$;
comment on function messaging.mark_read is 'A side has seen what the other wrote up to a number.';
