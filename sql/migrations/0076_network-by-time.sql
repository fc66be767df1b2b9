-- Up Migration
-- What changed in the network is looked at each minute (decision 015): found by its time, so that the look costs what changed and not what is there.

create index nodes_by_time on network.nodes (placed_at);
create index counts_by_time on network.counts (applied_at) where applied_at is not null;
create index pairs_by_time on network.pairs (matched_at);
