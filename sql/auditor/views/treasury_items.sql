create or replace view auditor.treasury_items as
select i.id as item,
       q.name as treasury,
       i.journal_kind::text as kind,
       i.credit_account_id as account_id,
       q.currency,
       i.amount,
       i.value_on,
       i.state,
       i.journal_id,
       i.recorded_at
  from treasury.items i join treasury.queues q on q.account_id = i.queue_id;
comment on view auditor.treasury_items is 'What treasuries owe or have paid, in the order in which they pay. Minor units.';
comment on column auditor.treasury_items.item is 'Number of the item.';
comment on column auditor.treasury_items.treasury is 'The treasury.';
comment on column auditor.treasury_items.kind is 'Kind of the journal that pays it.';
comment on column auditor.treasury_items.account_id is 'Account that is credited.';
comment on column auditor.treasury_items.currency is 'Currency of the amount.';
comment on column auditor.treasury_items.amount is 'Minor units.';
comment on column auditor.treasury_items.value_on is 'The day for which it counts.';
comment on column auditor.treasury_items.state is 'Awaiting, or how it ended.';
comment on column auditor.treasury_items.journal_id is 'The journal that paid it.';
comment on column auditor.treasury_items.recorded_at is 'When it was recorded.';
