/* Reverses a pair: its number is free again, the month's usage is not. An item that still waits is withdrawn. Of a posted one its EMI money leaves
   the booking it went to, its holds end, and what the member's EARNINGS and EMI_RESERVE have of it goes back to the treasury that paid; the rest
   is owed as a clawback. The caller has locked the member and the treasury's queue. */
create or replace function network.reverse_pair(p_pair bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_pair network.pairs;
  v_back record;
begin
  update network.pairs set state = 'reversed', reversed_at = p_at where id = p_pair and state = 'live' returning * into v_pair;
  if v_pair.id is null then perform core.refuse('already_decided'); end if;
  update network.nodes n set matched = n.matched - 1 where n.id = v_pair.node_id;
  perform network.bring_back_emi(v_pair, (p_at at time zone network.zone())::date, p_at);
  v_back := treasury.take_item_back(v_pair.item_id, (p_at at time zone network.zone())::date, v_pair.public_id, p_at);
  update network.pairs set reversal_id = v_back.journal_id where id = p_pair and v_back.journal_id is not null;
end $$;
comment on function network.reverse_pair is 'Reverses a pair.';
