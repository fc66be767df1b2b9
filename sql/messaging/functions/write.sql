/* Writes into a conversation; answers the message's number. A member who writes opens what was closed; staff open it first
   (`already_decided`), so that nothing is answered behind the clock of a grievance. The first answer acknowledges a grievance. Refuses
   `not_found` and `invalid_input` at the body. */
create or replace function messaging.write(p_thread uuid, p_side text, p_author bigint, p_body text, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_thread messaging.threads;
  v_body text := core.clean_text(p_body, 'body', 5000);
  v_no integer;
begin
  if v_body is null then perform core.refuse('invalid_input', 'body'); end if;
  -- Numbers run without a gap, so writers come one after the other.
  select * into v_thread from messaging.threads where id = p_thread for no key update;
  if not found then perform core.refuse('not_found'); end if;
  if p_side = 'staff' and v_thread.closed_at is not null then perform core.refuse('already_decided'); end if;
  v_no := greatest(v_thread.member_wrote, v_thread.staff_wrote) + 1;
  insert into messaging.messages (thread_id, no, side, author_id, body, written_at) values (p_thread, v_no, p_side, p_author, v_body, p_at);
  update messaging.threads set last_at = p_at, closed_at = null,
    member_wrote = case p_side when 'member' then v_no else member_wrote end,
    staff_wrote = case p_side when 'staff' then v_no else staff_wrote end,
    acknowledged_at = case when p_side = 'staff' and kind = 'grievance' then coalesce(acknowledged_at, p_at) else acknowledged_at end
   where id = p_thread;
  return v_no;
end $$;
comment on function messaging.write is 'Writes into a conversation.';
