/* Approved checks that end on a day or within thirty days after it, and no new document of which is being looked at, with the number of
   days by which their members are told, 30 or 7, and the key under which they are told once. */
create or replace function compliance.ending(p_on date) returns table (member_id bigint, reference text, expires_on date, dedupe_key text)
language sql stable security definer set search_path = '' as $$
  select k.member_id, k.reference, k.expires_on, 'kyc_ending:' || k.id || ':' || k.expires_on || ':' || case when k.expires_on <= p_on + 7 then 7 else 30 end
    from compliance.kyc k join identity.members m on m.id = k.member_id and m.status not in ('closed', 'claimed') where k.state = 'approved' and k.expires_on between p_on and p_on + 30 and k.renewal is null
$$;
comment on function compliance.ending is 'Approved checks that end soon.';
