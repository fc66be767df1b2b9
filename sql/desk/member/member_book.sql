/* Books a vehicle, with the instalments asked for or none, at the price that was read. Refuses as ev.book, `invalid_amount`, `key_reuse`. */
create or replace function desk.member_book(p_token text, p_vehicle uuid, p_price text, p_parts integer, p_day integer, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_currency text;
  v_price bigint;
  v_row ev.bookings;
begin
  select currency into v_currency from ev.vehicles where id = p_vehicle;
  if not found then perform core.refuse('not_found', 'vehicle'); end if;
  v_price := core.parse_amount(p_price, v_currency, 'price');
  v_known := ledger.claim_key(v_caller.actor_id, 'book', p_key, jsonb_build_array(p_vehicle, v_price, p_parts, p_day));
  if v_known is not null then return v_known; end if;
  v_row := ev.book(v_caller.actor_id, p_vehicle, v_price, p_parts, p_day, v_at);
  perform audit.write(v_at, v_caller, 'book', 'booking', v_row.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'book', p_key, jsonb_build_object('booking', v_row.id, 'reference', v_row.reference));
end $$;
comment on function desk.member_book is 'Books a vehicle.';
