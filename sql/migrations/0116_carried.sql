-- Up Migration
-- What imported contracts and places bring with them: days that were earned, and pairs that were paid, elsewhere.

create table invest.carried (
  investment_id bigint primary key references invest.investments on delete restrict,
  origin text not null constraint carried_origins_are_unique unique constraint carried_origin_is_bounded check (length(origin) between 1 and 200),
  days integer not null constraint carried_days_are_not_negative check (days >= 0)
);
comment on table invest.carried is 'Contracts that began elsewhere. Their first days are recorded like all others, so that they go on exactly, but were paid elsewhere: no journal and no item stands behind them.';
comment on column invest.carried.origin is 'Reference of the contract in the system it came from.';
comment on column invest.carried.days is 'Days earned until the cut-over: the first one that is paid here is the one after.';
alter table invest.carried enable row level security;

alter table network.nodes add column carried integer not null default 0 constraint carried_pairs_are_matched check (carried >= 0 and carried <= matched);
comment on column network.nodes.matched is 'Live pairs and carried ones: the carried are numbered 1 to carried, the live ones from there to this.';
comment on column network.nodes.carried is 'Pairs that were paid elsewhere, before an import: they keep their numbers and their cover, and no money here.';
