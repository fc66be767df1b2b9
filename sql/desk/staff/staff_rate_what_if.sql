-- owner: reader
/* The newest run of an investment plan's contracts under the rate of a version: months and the next thirty days of what the treasury of returns needs, and members: those who lose most first (p_side
   lose) or those who gain most (gain), p_after the place of the last one shown. What that treasury has free now stands beside it. */
create or replace function desk.staff_rate_what_if(p_token text, p_version uuid, p_side text default 'lose', p_after integer default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.read');
  v_limit integer := core.page_size(p_limit);
  v_version invest.plan_versions;
  v_plan invest.plans;
  v_run network.what_ifs;
  v_today date;
  v_rows network.what_if_members[];
begin
  if p_side not in ('lose', 'gain') then perform core.refuse('invalid_input', 'side'); end if;
  select * into v_version from invest.plan_versions where id = p_version;
  if not found then perform core.refuse('not_found'); end if;
  select * into v_plan from invest.plans where id = v_version.plan_id;
  v_today := core.business_date(core.business_now(), v_plan.timezone);
  select * into v_run from network.what_ifs w where w.rate_version_id = p_version order by w.asked_at desc, w.id desc limit 1;
  v_rows := array(select x from network.what_if_rows(v_run.id, p_side, p_after, v_limit) x);
  return jsonb_build_object('plan', desk.json_plan(v_plan, v_version), 'differs', network.rate_differs(p_version),
    'before', (select desk.json_plan(v_plan, b) from invest.plan_versions b where b.plan_id = v_plan.id and b.state = 'active' and b.id <> p_version order by b.version desc limit 1),
    'request', (select r.id from approval.requests r where r.kind = 'plan_activation' and r.subject_id = p_version order by r.created_at desc limit 1),
    'what_if', case when v_run.id is not null then desk.json_what_if(v_run, v_plan.currency) end,
    'read', exists (select from network.what_if_readings r where r.what_if_id = v_run.id and r.staff_id = v_caller.actor_id),
    'treasury', (select core.format_amount(b.available, b.currency) from treasury.queues q join ledger.balances b on b.account_id = q.account_id where q.name = 'returns' and q.currency = v_plan.currency),
    'months', (select coalesce(jsonb_agg(jsonb_build_object('month', d.month_on, 'live', core.format_amount(d.live, v_plan.currency), 'draft', core.format_amount(d.draft, v_plan.currency), 'change', core.format_amount(d.draft - d.live, v_plan.currency)) order by d.month_on desc), '[]')
      from (select date_trunc('month', x.day_on)::date as month_on, sum(x.live)::bigint as live, sum(x.draft)::bigint as draft from network.what_if_days x where x.what_if_id = v_run.id group by 1) d),
    'days', (select coalesce(jsonb_agg(jsonb_build_object('on', d.day_on, 'live', core.format_amount(d.live, v_plan.currency), 'draft', core.format_amount(d.draft, v_plan.currency), 'change', core.format_amount(d.draft - d.live, v_plan.currency)) order by d.day_on), '[]')
      from network.what_if_days d where d.what_if_id = v_run.id and d.day_on between v_today and v_today + 29),
    'members', (select coalesce(jsonb_agg(jsonb_build_object('member', jsonb_build_object('id', p.public_id, 'name', btrim(p.first_name || ' ' || p.last_name)), 'contracts', m.contracts, 'change', core.format_amount(m.change, v_plan.currency),
        'live', core.format_amount(m.live_earnings, v_plan.currency), 'draft', core.format_amount(m.draft_earnings, v_plan.currency), 'live_ahead', core.format_amount(m.live_ahead, v_plan.currency), 'draft_ahead', core.format_amount(m.draft_ahead, v_plan.currency)) order by n.no), '[]')
      from unnest(array(select r.place from unnest(v_rows[1:v_limit]) r)) with ordinality n (place, no) join network.what_if_members m on m.what_if_id = v_run.id and m.place = n.place join identity.members p on p.id = m.member_id),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).place::text end);
end $$;
comment on function desk.staff_rate_what_if is 'What another rate of an investment plan would have done.';
