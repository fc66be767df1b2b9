/* Tells the members of the next announcement that is to be told by notices, in one statement: those it is for at this moment. `more` while there may be another. */
create or replace function desk.worker_announce() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_text messaging.announcement_versions := messaging.untold_announcement(v_at);
begin
  if v_text.announcement_id is null then return jsonb_build_object('told', 0, 'more', false); end if;
  return jsonb_build_object('more', true, 'told', messaging.tell_announcement(v_text.announcement_id,
    array(select m.id from identity.members m where m.status not in ('closed', 'claimed') and desk.addressed(v_text.audience, m.id)), v_at));
end $$;
comment on function desk.worker_announce is 'Tells members of an announcement by notices.';
