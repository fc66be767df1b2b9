/* Sets free what was held, or waits to be held, while a sale could still be cancelled. Answers how many items. */
create or replace function treasury.release_cooling(p_items bigint[], p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_subjects uuid[];
begin
  -- The queues first, as settling does: what is being posted now is seen below as a hold, or waits for us as an item.
  perform from treasury.queues where account_id in (select i.queue_id from treasury.items i where i.id = any (p_items)) order by account_id for no key update;
  update treasury.items set hold_reason = null where id = any (p_items) and hold_reason = 'cooling_off';
  select array_agg(i.public_id) into v_subjects from treasury.items i where i.id = any (p_items) and i.state = 'posted';
  perform ledger.lock_accounts(array(select h.account_id from ledger.holds h where h.subject = any (v_subjects) and h.state = 'open'));
  perform ledger.end_hold(h.id, 'released', p_at) from ledger.holds h where h.subject = any (v_subjects) and h.reason = 'cooling_off' and h.state = 'open';
  return cardinality(p_items);
end $$;
comment on function treasury.release_cooling is 'Sets free what was held while a sale could be cancelled.';
