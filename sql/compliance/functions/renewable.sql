/* Kinds of documents of a member's approved check that end on a day or within thirty days after it: a new one can be handed in while the
   check stands. None while one is being looked at. */
create or replace function compliance.renewable(p_member bigint, p_on date) returns text[]
language sql stable set search_path = '' as $$
  select array(select d.kind from compliance.kyc k join compliance.documents d on d.member_id = k.member_id
    where k.member_id = p_member and k.state = 'approved' and k.renewal is null and d.removed_at is null and not d.proposed and d.expires_on between p_on and p_on + 30 order by d.expires_on, d.kind)
$$;
comment on function compliance.renewable is 'Kinds of documents that can be renewed while the check stands.';
