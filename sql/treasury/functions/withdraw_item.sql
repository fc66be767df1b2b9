/* Takes an item back whose source was cancelled: one that waits is never paid, of one that was paid every hold ends, so that what is there
   can be taken. Takes the queue's row first, as settling does: the item is either paid or not, and stays so. Answers whether it had been
   paid; refuses `already_decided` when it was withdrawn before. */
create or replace function treasury.withdraw_item(p_item bigint, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare v_item treasury.items;
begin
  perform from treasury.queues where account_id = (select i.queue_id from treasury.items i where i.id = p_item) for no key update;
  select * into v_item from treasury.items where id = p_item;
  if v_item.state = 'withdrawn' then perform core.refuse('already_decided'); end if;
  if v_item.state = 'awaiting' then
    update treasury.items set state = 'withdrawn', hold_reason = null where id = p_item;
    return false;
  end if;
  perform ledger.end_hold(h.id, 'released', p_at) from ledger.holds h where h.subject = v_item.public_id and h.state = 'open';
  return true;
end $$;
comment on function treasury.withdraw_item is 'Takes an item back whose source was cancelled.';
