-- owner: reader
/* The newest run under a version with its months and members: those who lose most first (p_side lose) or those who gain most (gain), p_after the
   place of the last one shown. What the commission treasury has free now stands beside it. */
create or replace function desk.staff_what_if(p_token text, p_version uuid, p_side text default 'lose', p_after integer default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'plans.read');
  v_limit integer := core.page_size(p_limit);
  v_today date := core.business_date(core.business_now(), network.zone());
  v_version network.plan_versions;
  v_run network.what_ifs;
  v_rows network.what_if_members[];
begin
  if p_side not in ('lose', 'gain') then perform core.refuse('invalid_input', 'side'); end if;
  select * into v_version from network.plan_versions where id = p_version;
  if not found then perform core.refuse('not_found'); end if;
  select * into v_run from network.what_ifs w where w.version_id = p_version order by w.asked_at desc, w.id desc limit 1;
  v_rows := array(select x from network.what_if_rows(v_run.id, p_side, p_after, v_limit) x);
  return jsonb_build_object('version', desk.json_compensation(v_version) || jsonb_build_object('state', v_version.state), 'today', v_today,
    'before', (select desk.json_compensation(b) from network.plan_versions b where b.state = 'active' and b.from_on < v_version.from_on order by b.from_on desc limit 1),
    'request', (select r.id from approval.requests r where r.kind = 'compensation_activation' and r.subject_id = p_version order by r.created_at desc limit 1),
    'what_if', case when v_run.id is not null then desk.json_what_if(v_run, v_version.currency) end,
    'read', exists (select from network.what_if_readings r where r.what_if_id = v_run.id and r.staff_id = v_caller.actor_id),
    'treasury', (select core.format_amount(b.available, b.currency) from treasury.queues q join ledger.balances b on b.account_id = q.account_id where q.name = 'commission' and q.currency = v_version.currency),
    'months', (select coalesce(jsonb_agg(jsonb_build_object('month', m.month_on, 'live_pairs', m.live_pairs, 'live_value', core.format_amount(m.live_value, v_version.currency), 'live_flushed', m.live_flushed,
        'draft_pairs', m.draft_pairs, 'draft_value', core.format_amount(m.draft_value, v_version.currency), 'draft_flushed', m.draft_flushed, 'change', core.format_amount(m.draft_value - m.live_value, v_version.currency)) order by m.month_on desc), '[]')
      from network.what_if_months m where m.what_if_id = v_run.id),
    'members', (select coalesce(jsonb_agg(jsonb_build_object('member', jsonb_build_object('id', p.public_id, 'name', btrim(p.first_name || ' ' || p.last_name)), 'change', core.format_amount(m.change, v_version.currency),
        'live_pairs', m.live_pairs, 'live_earnings', core.format_amount(m.live_earnings, v_version.currency), 'live_emi', core.format_amount(m.live_emi, v_version.currency), 'live_flushed', m.live_flushed,
        'draft_pairs', m.draft_pairs, 'draft_earnings', core.format_amount(m.draft_earnings, v_version.currency), 'draft_emi', core.format_amount(m.draft_emi, v_version.currency), 'draft_flushed', m.draft_flushed) order by n.no), '[]')
      from unnest(v_rows[1:v_limit]) with ordinality as n (what_if_id, place, member_id, live_pairs, live_earnings, live_emi, live_flushed, draft_pairs, draft_earnings, draft_emi, draft_flushed, contracts, live_ahead, draft_ahead, change, no)
      join network.what_if_members m on m.what_if_id = n.what_if_id and m.place = n.place join identity.members p on p.id = m.member_id),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).place::text end);
end $$;
comment on function desk.staff_what_if is 'What a draft of the compensation plan would have done.';
