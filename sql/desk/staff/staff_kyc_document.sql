-- owner: reader
/* One document of a member's as staff see it: masked. */
create or replace function desk.staff_kyc_document(p_token text, p_document uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'kyc.read');
begin
  return coalesce((select jsonb_build_object('document', desk.json_document(d, core.business_date(core.business_now(), core.setting('timezone'))),
      'member', jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)), 'may_reveal', identity.may(v_caller.role, 'kyc.reveal') and d.number_sealed is not null)
    from compliance.documents d join identity.members m on m.id = d.member_id where d.id = p_document), desk.nothing_found());
end $$;
comment on function desk.staff_kyc_document is 'One document of a member''s, masked.';
