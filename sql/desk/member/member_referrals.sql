-- owner: reader
/* Whom the caller brought and what that earned. */
create or replace function desk.member_referrals(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me identity.members := desk.own_member(v_caller);
  v_limit integer := core.page_size(p_limit);
  v_before bigint := 9223372036854775807;
  v_rows referral.commissions[];
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::bigint;
  end if;
  select array_agg(x order by x.id desc) into v_rows from (select c.* from referral.commissions c where c.referrer_id = v_me.id and c.id < v_before order by c.id desc limit v_limit + 1) x;
  return jsonb_build_object('code', v_me.referral_code, 'username', v_me.username, 'link_path', '/login?ref=' || v_me.referral_code,
    'totals', desk.referral_totals(v_me.id), 'active', cardinality(desk.active_referrals(v_me.id)),
    'milestones', desk.json_milestones(v_me.id, core.business_date(core.business_now(), core.setting('timezone'))), 'items', desk.referred_people(v_me.id),
    'commissions', coalesce((select jsonb_agg(jsonb_build_object('source_kind', c.source_kind, 'source_reference', c.source_reference, 'base', core.format_amount(c.base, c.currency), 'rate', c.rate::text, 'amount', core.format_amount(c.amount, c.currency), 'currency', c.currency,
        'state', coalesce(i.state, 'posted'), 'at', c.earned_at, 'movement', (select l.journal_id || '-' || l.line_no from ledger.lines l join ledger.accounts a on a.id = l.account_id
           where l.journal_id = coalesce(c.journal_id, i.journal_id) and a.member_id = v_me.id and (i.id is null or l.source_id = i.id) limit 1)) order by c.id desc)
      from unnest(v_rows[1:v_limit]) c left join treasury.items i on i.id = c.item_id), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id::text end);
end $$;
comment on function desk.member_referrals is 'Whom the caller brought and what that earned.';
