-- Up Migration
-- EMI money of a pair goes on into the member's oldest open booking once the pair is paid, and leaves it again before the pair is reversed (spec 4.3).

alter table network.pairs add column emi_placed_at timestamptz;
alter table network.pairs add column emi_surplus bigint not null default 0;
alter table network.pairs add constraint only_emi_money_is_placed check (emi_placed_at is null or emi > 0);
alter table network.pairs add constraint a_surplus_is_part_of_placed_emi check (emi_surplus >= 0 and emi_surplus <= case when emi_placed_at is null then 0 else emi end);
comment on table network.pairs is 'One pair each, with everything that explains it: what the legs held, what was matched, the month''s usage, the active buyer''s total, the version, value and split. Only the way of its EMI money and its reversal are added.';
comment on column network.pairs.emi_placed_at is 'When its EMI money, paid and not held, went into a booking, or was left in the reserve because none was open.';
comment on column network.pairs.emi_surplus is 'Of its EMI money what the booking no longer needed: moved on to EARNINGS, minor units.';
create index pairs_with_emi_to_place on network.pairs (member_id, id) where state = 'live' and emi > 0 and emi_placed_at is null;

-- Answers the pairs alone from here on.
drop function if exists network.open_months(date, integer);
