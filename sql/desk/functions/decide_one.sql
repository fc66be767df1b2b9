/* One decision by staff about one request, with everything that belongs to it: what must have been read, the effect of the last approval or of a
   rejection, and the audit log. State `due`: all have agreed, and a worker carries it out. Refuses as approval.decide and as the effect. */
create or replace function desk.decide_one(p_caller identity.caller, p_request approval.requests, p_decision text, p_note text, p_payload_hash text, p_received bigint, p_at timestamptz, out state text, out given integer, out needed integer)
language plpgsql volatile set search_path = '' as $$
declare v_later boolean := (p_request).kind = 'company_import' and office.import_is_large((p_request).subject_id);
begin
  -- Nobody decides what is being posted at this moment; and what all have agreed to needs no more of them.
  if v_later then perform office.require_no_posting((p_request).subject_id, p_decision = 'approve'); end if;
  select d.state, d.given, d.needed into state, given, needed from approval.decide((p_request).id, (p_caller).actor_id, p_decision, p_note, p_payload_hash, p_at, v_later) d;
  -- The first of two reads figures too: nobody signs what is out of date.
  if (p_request).kind = 'reconciliation' and p_decision = 'approve' then perform treasury.check_sheet((p_request).subject_id); end if;
  -- Everybody who approves a plan has read what it would have done.
  if (p_request).kind = 'compensation_activation' and p_decision = 'approve' then perform network.check_what_if((p_request).subject_id, (p_caller).actor_id); end if;
  if (p_request).kind = 'plan_activation' and p_decision = 'approve' and network.rate_differs((p_request).subject_id) then perform network.check_what_if((p_request).subject_id, (p_caller).actor_id); end if;
  -- The first of two looks at an import that still fits; with the last one it is looked at as it is posted.
  if (p_request).kind = 'company_import' and state = 'pending' and not v_later then perform desk.check_import(p_request); end if;
  if v_later and state = 'pending' then state := desk.due_import(p_request, given >= needed, (p_caller).actor_id, p_at); end if;
  if state = 'approved' then
    perform desk.execute_request((p_request).id, p_caller, p_received, p_at);
    perform approval.executed((p_request).id, p_at);
  elsif state = 'rejected' then
    perform desk.undo_request((p_request).id, p_note, p_at);
  end if;
  perform audit.write(p_at, p_caller, 'decide_' || p_decision, 'request', (p_request).id::text, p_note, (p_request).payload);
end $$;
comment on function desk.decide_one is 'One decision by staff about one request.';
