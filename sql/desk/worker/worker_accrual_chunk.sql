/* Writes one part of a run; call until nothing is claimed. */
create or replace function desk.worker_accrual_chunk(p_as_of date, p_timezone text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_part record;
begin
  select * into v_part from invest.accrue_chunk(p_as_of, p_timezone, v_at);
  perform desk.mail_matured(v_part.matured);
  if exists (select from invest.renewals r where r.investment_id = any (v_part.matured)) then
    perform outbox.enqueue('invest__renew');
  end if;
  if v_part.rows_written > v_part.posted or v_part.parts_left = 0 then
    perform outbox.enqueue('treasury__settle', jsonb_build_object('treasury', q.account_id::text)) from treasury.queues q
     where q.name = 'returns' and exists (select from treasury.items i where i.queue_id = q.account_id and i.state = 'awaiting');
  end if;
  return jsonb_build_object('claimed', v_part.claimed, 'rows', v_part.rows_written, 'posted', v_part.posted, 'matured', cardinality(v_part.matured), 'parked', v_part.parked, 'left', v_part.parts_left);
end $$;
comment on function desk.worker_accrual_chunk is 'Writes one part of a run; call until nothing is claimed.';
