/* One person's decision under the request's lock. `already_decided` when it is no longer pending or this person has spoken;
   `same_person` for the maker or the beneficiary; `payload_changed` when the hash is not the one that was read; `note_required` for a
   rejection without reason. The last approval needed makes it approved; one rejection ends it. Answers the state; the caller runs
   the effect in the same transaction (a deferred check refuses approved-but-not-executed). p_later: the effect takes long and is a worker's, so that the
   request stays pending with all its approvals until approval.begin_execution. */
create or replace function approval.decide(p_request uuid, p_staff bigint, p_decision text, p_note text, p_payload_hash text, p_at timestamptz, p_later boolean default false, out state text, out given integer, out needed integer)
language plpgsql volatile security definer set search_path = '' as $$
declare v_request approval.requests;
begin
  select * into v_request from approval.requests r where r.id = p_request for update;
  if not found then
    perform core.refuse('not_found');
  end if;
  if v_request.state <> 'pending' then
    perform core.refuse('already_decided', null, jsonb_build_object('state', v_request.state));
  end if;
  if p_decision not in ('approve', 'reject') or p_decision is null then
    perform core.refuse('invalid_input', 'decision');
  end if;
  if p_decision = 'reject' and coalesce(btrim(p_note), '') = '' then
    perform core.refuse('note_required', 'note');
  end if;
  if p_payload_hash is not null and p_payload_hash <> encode(v_request.payload_hash, 'hex') then
    perform core.refuse('payload_changed');
  end if;
  if exists (select from approval.decisions d where d.request_id = p_request and d.staff_id = p_staff) then
    perform core.refuse('same_person');
  end if;
  insert into approval.decisions (request_id, staff_id, decision, note, decided_at) values (p_request, p_staff, p_decision, p_note, p_at);
  -- Who approved before is waited for while their role changes: counted is who may approve now, not who might a moment ago.
  perform from identity.staff s where s.id in (select d.staff_id from approval.decisions d where d.request_id = p_request) order by s.id for share;
  given := approval.approvals_given(p_request);
  needed := v_request.needed;
  state := case when p_decision = 'reject' then 'rejected' when given >= needed and not p_later then 'approved' else 'pending' end;
  if state <> 'pending' then
    update approval.requests r set state = decide.state, note = p_note, decided_at = p_at where r.id = p_request;
  end if;
end $$;
comment on function approval.decide is 'One person''s decision.';
