/* What people in the network earned in the last twelve full months that are disclosed, for everybody. Null where there is nothing to disclose, or
   too few to say anything that is not about one of them. */
create or replace function desk.public_income() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('smallest', core.setting('disclosure_smallest_group')::integer, 'disclosed', (
    select jsonb_build_object('from', (l.until_on - interval '12 months')::date, 'until', l.until_on - 1, 'currency', l.currency, 'made_at', l.made_at,
        'members', l.members, 'without', l.without, 'median', core.format_amount(l.median, l.currency),
        'tenures', (select jsonb_agg(jsonb_build_object('from_months', d.from_months, 'until_months', d.until_months, 'members', d.members, 'without', d.without, 'median', core.format_amount(d.median, d.currency)) order by d.from_months)
          from network.disclosures d where d.until_on = l.until_on and not d.whole))
      from network.disclosures l where l.whole order by l.until_on desc limit 1))
$$;
comment on function desk.public_income is 'What people in the network earn, for everybody.';
