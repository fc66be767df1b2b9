/* Refuses `kyc_required` when the operator asks for approved KYC and the member has none. */
create or replace function desk.require_kyc(p_member bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if core.setting('require_kyc')::boolean and exists (select from identity.members where id = p_member and kyc_approved_at is null) then
    perform core.refuse('kyc_required');
  end if;
end $$;
comment on function desk.require_kyc is 'Refuses without approved KYC where it is asked for.';
