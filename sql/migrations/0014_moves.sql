-- Up Migration
create type ledger.movement as (actor_id bigint, key uuid, kind ledger.journal_kind, value_on date, debit_id bigint, credit_id bigint, amount bigint);
comment on type ledger.movement is 'A keyed two-line journal to post: who asks, request key, kind, value date, account debited, account credited, amount in minor units.';
