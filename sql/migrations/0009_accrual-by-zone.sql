-- Up Migration
-- Runs are per time zone: their contracts are found by zone and in order of creation.

create index active_investments_by_zone on invest.investments (timezone, id) where state = 'active';
drop index invest.active_investments;
