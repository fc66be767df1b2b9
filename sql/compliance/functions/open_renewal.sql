/* Hands a document of a kind in to take the place of the one that ends, where that can be done (compliance.renewable); the member's row
   first, as whoever changes the check does. Refuses `renewal_not_longer` at the date. False: it is no renewal, nothing was changed. */
create or replace function compliance.open_renewal(p_member bigint, p_kind text, p_expires_on date, p_on date, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from identity.members where id = p_member and status <> 'closed' for no key update;
  if not found then return false; end if;
  perform from compliance.kyc where member_id = p_member for update;
  if not p_kind = any (compliance.renewable(p_member, p_on)) then return false; end if;
  if p_expires_on <= (select d.expires_on from compliance.documents d where d.member_id = p_member and d.kind = p_kind and d.removed_at is null and not d.proposed) then
    perform core.refuse('renewal_not_longer', 'expires_on');
  end if;
  update compliance.kyc set renewal = 'submitted', renewal_submitted_at = p_at, reason = null where member_id = p_member;
  return true;
end $$;
comment on function compliance.open_renewal is 'Hands a document in to take the place of one that ends.';
