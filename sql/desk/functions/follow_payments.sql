/* What follows from a movement of a member's booking money: Active Buyer and the unit. The one place where the tree hears of a unit that has
   begun or ceased to count: what ev.refresh answers. */
create or replace function desk.follow_payments(p_member bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform ev.refresh(p_member, p_at);
end $$;
comment on function desk.follow_payments is 'What follows from a movement of booking money.';
