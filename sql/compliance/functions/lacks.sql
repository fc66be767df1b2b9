/* What an identity check still needs before somebody can look at it on a day: `profile` (country, address, postal code and city),
   `identity` (a PAN, Aadhaar or passport) or `expired` (a document that has ended); null when nothing. */
create or replace function compliance.lacks(p_member bigint, p_on date) returns text
language sql stable set search_path = '' as $$
  select case
    when m.country is null or m.address is null or m.zip is null or m.city is null then 'profile'
    when not exists (select from compliance.documents d where d.member_id = m.id and d.removed_at is null and not d.proposed and d.kind in ('pan', 'aadhaar', 'passport')) then 'identity'
    when exists (select from compliance.documents d where d.member_id = m.id and d.removed_at is null and not d.proposed and d.expires_on < p_on) then 'expired' end
    from identity.members m where m.id = p_member
$$;
comment on function compliance.lacks is 'What an identity check still needs.';
