/* Ends approved checks whose last day is over on a day, at most p_limit; the member is not known any more. Answers whose. What another
   call ended, or a new document renewed, while this one was on its way to the member's row is looked at again under the lock. */
create or replace function compliance.expire(p_on date, p_limit integer) returns bigint[]
language plpgsql volatile security definer set search_path = '' as $$
declare v_members bigint[];
begin
  select array_agg(k.member_id) into v_members from (select m.id as member_id from identity.members m join compliance.kyc k on k.member_id = m.id
    where k.state = 'approved' and k.expires_on < p_on order by m.id limit p_limit for no key update of m skip locked) k;
  with ended as (update compliance.kyc set state = 'expired' where member_id = any (v_members) and state = 'approved' and expires_on < p_on returning member_id)
  select coalesce(array_agg(e.member_id), '{}') into v_members from ended e;
  update identity.members set kyc_approved_at = null where id = any (v_members);
  return v_members;
end $$;
comment on function compliance.expire is 'Ends approved checks whose last day is over.';
