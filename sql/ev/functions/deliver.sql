/* Notes that a paid vehicle was handed over. Refuses `not_paid`, `already_decided` (delivered or cancelled). */
create or replace function ev.deliver(p_booking uuid, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_row ev.bookings := ev.lock_booking(p_booking);
begin
  if v_row.cancelled_at is not null or v_row.delivered_at is not null then perform core.refuse('already_decided'); end if;
  if v_row.outstanding > 0 then
    perform core.refuse('not_paid', null, jsonb_build_object('outstanding', core.format_amount(v_row.outstanding, v_row.currency), 'currency', v_row.currency));
  end if;
  update ev.bookings set delivered_at = p_at where id = p_booking;
end $$;
comment on function ev.deliver is 'Notes that a vehicle was handed over.';
