/* Deferred trigger: at commit the shares of a member's nominees that stand are exactly the whole, or nobody is named. `shares_not_whole`
   with what they add up to, in percent. */
create or replace function compliance.require_whole_shares() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare v_sum bigint;
begin
  select sum(share) into v_sum from compliance.nominees where member_id = coalesce(new.member_id, old.member_id) and removed_at is null;
  if v_sum <> 10000 then
    perform core.refuse('shares_not_whole', 'nominees', jsonb_build_object('sum', core.decimal_text(v_sum, 2)));
  end if;
  return null;
end $$;
comment on function compliance.require_whole_shares is 'Trigger: the shares of nominees are the whole.';
