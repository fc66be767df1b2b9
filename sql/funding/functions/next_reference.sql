/* The reference a member puts on the next deposit: own code and a running number, so that a bank line names its member. */
create or replace function funding.next_reference(p_member bigint) returns text
language sql stable security definer set search_path = '' as $$
  select 'D-' || m.referral_code || '-' || (select count(*) + 1 from funding.deposits d where d.member_id = m.id) from identity.members m where m.id = p_member
$$;
comment on function funding.next_reference is 'Reference for a member''s next deposit.';
