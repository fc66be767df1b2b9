/* What a referrer earned and still waits for, per currency. */
create or replace function desk.referral_totals(p_member bigint) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('members', (select count(*) from referral.referrals where referrer_id = p_member),
    'earned', coalesce(jsonb_agg(jsonb_build_object('amount', core.format_amount(s.earned, s.currency), 'currency', s.currency)) filter (where s.earned > 0), '[]'),
    'awaiting', coalesce(jsonb_agg(jsonb_build_object('amount', core.format_amount(s.awaiting, s.currency), 'currency', s.currency)) filter (where s.awaiting > 0), '[]'))
    from (select c.currency, coalesce(sum(c.amount - coalesce(b.returned + b.owed, 0)) filter (where coalesce(i.state, 'posted') = 'posted'), 0) as earned, coalesce(sum(c.amount) filter (where i.state = 'awaiting'), 0) as awaiting
            from referral.commissions c left join treasury.items i on i.id = c.item_id left join referral.clawbacks b on b.commission_id = c.id where c.referrer_id = p_member group by c.currency) s
$$;
comment on function desk.referral_totals is 'What a referrer earned.';
