/* A milestone as of a business date: soon, open, or over (ended or past its last day). */
create or replace function desk.json_milestone(p_milestone referral.milestones, p_on date) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_milestone).id, 'name', (p_milestone).name, 'needed', (p_milestone).needed, 'reward', core.format_amount((p_milestone).reward, (p_milestone).currency), 'currency', (p_milestone).currency,
    'starts_on', (p_milestone).starts_on, 'ends_on', (p_milestone).ends_on, 'ended_at', (p_milestone).ended_at,
    'state', case when (p_milestone).ended_at is not null or p_on > (p_milestone).ends_on then 'over' when p_on < (p_milestone).starts_on then 'soon' else 'open' end)
$$;
comment on function desk.json_milestone is 'A milestone as of a business date.';
