/* The laws of treasury.verify for what changed: journals after p_after, items after p_item, holds placed since p_hold. */
create or replace function treasury.verify_changes(p_after bigint, p_item bigint, p_hold uuid) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
declare v_items bigint[] := treasury.items_touched(p_after, p_item);
begin
  return query select * from treasury.item_faults(v_items);
  return query select * from treasury.payment_faults(p_after);
  return query select * from treasury.order_faults(v_items);
  return query select * from treasury.earmark_faults(p_hold);
end $$;
comment on function treasury.verify_changes is 'The laws of the treasury for what changed.';
