/* Whether a member has handed in a PAN that was not refused. */
create or replace function payout.pan_known(p_member bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from compliance.documents d join compliance.kyc k on k.member_id = d.member_id
                  where d.member_id = p_member and d.kind = 'pan' and d.removed_at is null and not d.proposed and k.state not in ('draft', 'rejected'))
$$;
comment on function payout.pan_known is 'Whether a member has handed in a PAN.';
