/* The maker takes an open request back (`already_decided` when it is no longer open, `not_permitted` for anybody else). */
create or replace function approval.cancel(p_request uuid, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_request approval.requests;
begin
  select * into v_request from approval.requests where id = p_request for update;
  if not found then
    perform core.refuse('not_found');
  end if;
  if v_request.maker_id <> p_actor then
    perform core.refuse('not_permitted');
  end if;
  if v_request.state <> 'pending' then
    perform core.refuse('already_decided', null, jsonb_build_object('state', v_request.state));
  end if;
  update approval.requests set state = 'cancelled', decided_at = p_at where id = p_request;
end $$;
comment on function approval.cancel is 'Takes an open request back.';
