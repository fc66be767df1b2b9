/* Whether a member was an active buyer at an instant by a plan's amount. Asked only where the answer matters: for pairs that would else be split. */
create or replace function network.would_buy(p_plan network.plan_versions, p_member bigint, p_life integer, p_at timestamptz) returns boolean
language sql stable as $$
  select case when p_life <= (p_plan).first_full_pairs or (p_plan).emi_rate = 0 then false else network.buyer_total(p_member, p_at) >= (p_plan).active_buyer_amount end
$$;
comment on function network.would_buy is 'Whether a member was an active buyer by a plan''s amount.';
