-- Up Migration
-- Whether an item was overtaken is asked of transactions, not of clocks: a clock may jump (the sandbox's does) while the transaction that records an item is open.
alter table treasury.items add column recorded_xid xid8 not null default pg_current_xact_id();
alter table treasury.items add column paid_horizon xid8;
comment on column treasury.items.recorded_xid is 'Transaction that recorded it.';
comment on column treasury.items.paid_horizon is 'Every transaction before this one had ended when the payment that took this item looked at the queue. Null: not paid, or paid before this was kept.';
