/* Takes account numbers, addresses and the names of files out of what a member sent or received money by; the rows stay. */
create or replace function funding.forget(p_member bigint, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update funding.destinations set removed_at = coalesce(removed_at, p_at), label = 'Anonymised', address = case when address is not null then repeat('0', 34) end,
      account_name = case when account_name is not null then 'Anonymised' end, account_number = case when account_number is not null then '00000' end, ifsc = null
   where member_id = p_member;
  update funding.files set name = 'anonymised' where owner_id = p_member;
$$;
comment on function funding.forget is 'Takes account numbers and names of files out.';
