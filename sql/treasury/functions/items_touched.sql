/* Items recorded after p_item, and those that journals after p_after have paid. */
create or replace function treasury.items_touched(p_after bigint, p_item bigint) returns bigint[]
language sql stable security definer set search_path = '' as $$
  select array(
    select i.id from treasury.items i where i.id > p_item
    union select l.source_id from ledger.journals j join ledger.lines l on l.journal_id = j.id
     where j.id > p_after and l.journal_id > p_after and j.kind in ('bonus', 'referral', 'milestone', 'pair') and l.source_id is not null
    union select i.id from ledger.journals j join ledger.lines l on l.journal_id = j.id
      join treasury.items i on i.journal_kind = 'accrual' and i.source_order = l.source_id and i.journal_id = j.id
     where j.id > p_after and l.journal_id > p_after and j.kind = 'accrual' and l.source_id is not null)
$$;
comment on function treasury.items_touched is 'Items that were recorded or paid lately.';
