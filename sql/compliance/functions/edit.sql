/* Opens a member's identity check for a change and locks it, the member's row first: name and address are part of what is checked.
   `kyc_locked` while it, or a document that renews it, is being checked, or it stands approved, `not_active` once the account is closed; a rejected or expired one becomes
   a draft again. Answers the row. */
create or replace function compliance.edit(p_member bigint, p_at timestamptz) returns compliance.kyc
language plpgsql volatile security definer set search_path = '' as $$
declare v_row compliance.kyc;
begin
  perform from identity.members where id = p_member and status <> 'closed' for no key update;
  -- Closed while we waited for the row: nobody could take the check back.
  if not found then perform core.refuse('not_active'); end if;
  insert into compliance.kyc (member_id, reference, opened_at) values (p_member, 'K-' || core.random_code(8), p_at) on conflict (member_id) do nothing;
  select * into v_row from compliance.kyc where member_id = p_member for update;
  if v_row.state in ('submitted', 'in_review', 'approved') or v_row.renewal is not null then
    perform core.refuse('kyc_locked');
  end if;
  update compliance.kyc set state = 'draft' where member_id = p_member returning * into v_row;
  return v_row;
end $$;
comment on function compliance.edit is 'Opens an identity check for a change.';
