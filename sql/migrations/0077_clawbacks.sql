-- Up Migration
-- What a member owes for what was reversed is kept in one place, whatever it was earned with, so that later credits pay it back (spec 4.3): that of commissions was owed in the
-- books and never recovered.

create table treasury.clawbacks (
  id bigint generated always as identity primary key,
  cause uuid not null constraint one_clawback_per_cause unique,
  member_id bigint not null references identity.members on delete restrict,
  currency text not null references core.currencies on delete restrict,
  amount bigint not null constraint clawback_amount_is_positive check (amount > 0 and amount <= 9000000000000000),
  recovered bigint not null default 0,
  raised_at timestamptz not null,
  constraint no_more_is_recovered_than_was_owed check (recovered >= 0 and recovered <= amount)
);
comment on table treasury.clawbacks is 'What a reversed pair or commission could not give back, minor units: taken first from later credits to EARNINGS.';
comment on column treasury.clawbacks.cause is 'The pair, or the source of the commission, that was reversed.';
create index clawbacks_open on treasury.clawbacks (member_id, currency, id) where recovered < amount;
create index clawbacks_by_member on treasury.clawbacks (member_id);
create index clawbacks_by_currency on treasury.clawbacks (currency);
alter table treasury.clawbacks enable row level security;

create table treasury.recoveries (
  journal_id bigint not null,
  clawback_id bigint not null references treasury.clawbacks on delete restrict,
  amount bigint not null constraint recovery_amount_is_positive check (amount > 0),
  item_id bigint not null references treasury.items on delete restrict,
  constraint a_recovery_stands_once primary key (journal_id, clawback_id)
);
comment on table treasury.recoveries is 'Which later credit paid back what of which clawback, minor units.';
create index recoveries_by_clawback on treasury.recoveries (clawback_id);
create index recoveries_by_item on treasury.recoveries (item_id);
alter table treasury.recoveries enable row level security;

insert into treasury.clawbacks (cause, member_id, currency, amount, recovered, raised_at)
  select x.cause, x.member_id, x.currency, x.amount, x.recovered, x.raised_at from (
    select p.public_id as cause, c.member_id, c.currency, c.amount, c.recovered, c.raised_at from network.clawbacks c join network.pairs p on p.id = c.pair_id
    union all select r.source_id, r.referrer_id, r.currency, b.owed, 0, b.taken_at from referral.clawbacks b join referral.commissions r on r.id = b.commission_id where b.owed > 0) x
   order by x.raised_at, x.cause;
insert into treasury.recoveries (journal_id, clawback_id, amount, item_id)
  select r.journal_id, c.id, r.amount, r.item_id from network.recoveries r join network.pairs p on p.id = r.pair_id join treasury.clawbacks c on c.cause = p.public_id;

drop function if exists network.recover(bigint[], timestamptz);
drop table network.recoveries;
drop table network.clawbacks;
