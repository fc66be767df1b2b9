/* Opens a staff-made money request; its subject is itself. */
create or replace function desk.request_money(p_kind text, p_label text, p_amount bigint, p_currency text, p_payload jsonb, p_caller identity.caller, p_at timestamptz) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
  v_id := approval.open(p_kind, uuidv7(), p_label, p_amount, p_currency, (p_caller).actor_id, 'staff', null, p_payload, approval.people_needed(p_amount, p_currency), p_at);
  perform audit.write(p_at, p_caller, 'request_' || p_kind, 'request', v_id::text, null, p_payload);
  return v_id;
end $$;
comment on function desk.request_money is 'Opens a staff-made money request.';
