create or replace view auditor.pairs as
select p.id as pair,
       p.public_id as pair_id,
       p.member_id as member,
       p.serial,
       p.matched,
       p.flushed,
       p.version_id,
       p.currency,
       p.value,
       p.earnings,
       p.emi,
       p.item_id as item,
       p.state,
       p.matched_at,
       p.reversed_at
  from network.pairs p;
comment on view auditor.pairs is 'Matches in the network and how each value was split. Minor units.';
comment on column auditor.pairs.pair is 'Number of the match.';
comment on column auditor.pairs.pair_id is 'Its id.';
comment on column auditor.pairs.member is 'Number of the member who earned it.';
comment on column auditor.pairs.serial is 'Which match of the month.';
comment on column auditor.pairs.matched is 'How many pairs were matched.';
comment on column auditor.pairs.flushed is 'How many expired above the ceiling.';
comment on column auditor.pairs.version_id is 'Version of the compensation plan.';
comment on column auditor.pairs.currency is 'Currency of the amounts.';
comment on column auditor.pairs.value is 'Value of the match, minor units.';
comment on column auditor.pairs.earnings is 'Part that went to EARNINGS, minor units.';
comment on column auditor.pairs.emi is 'Part that went to EMI_RESERVE, minor units.';
comment on column auditor.pairs.item is 'The item of the treasury that pays it.';
comment on column auditor.pairs.state is 'Live or reversed.';
comment on column auditor.pairs.matched_at is 'When.';
comment on column auditor.pairs.reversed_at is 'When it was reversed.';
