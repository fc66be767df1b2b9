/* Law: what a treasury paid for an item is told by that item: posted, by this journal, to this account. An item put back to waiting
   would be paid again. Of journals after p_after, or of all. */
create or replace function treasury.payment_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a paid line has its posted item', 'line ' || l.journal_id || '/' || l.line_no, 'item ' || l.source_id || ' posted by journal ' || j.id,
         coalesce(i.state || coalesce(' by journal ' || i.journal_id, ''), 'no item')
    from ledger.journals j join ledger.lines l on l.journal_id = j.id left join treasury.items i on i.id = l.source_id
   where j.id > coalesce(p_after, 0) and l.journal_id > coalesce(p_after, 0) and j.kind in ('bonus', 'referral', 'milestone', 'pair') and l.source_id is not null
     and (i.state, i.journal_id, l.account_id in (i.credit_account_id, i.other_account_id)) is distinct from ('posted', l.journal_id, true)
$$;
comment on function treasury.payment_faults is 'Payments of treasuries without their posted item.';
