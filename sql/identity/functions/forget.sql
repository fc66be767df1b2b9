/* Takes name, contact, photo and address of a closed account out, former addresses, from where it was used and what staff noted. The row, its ids and its referral
   code stay; so does that staff once let the member back in. */
create or replace function identity.forget(p_member bigint, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  delete from identity.challenges where email = (select email from identity.members where id = p_member);
  delete from identity.sessions where audience = 'sign_up' and email = (select email from identity.members where id = p_member);
  delete from identity.challenges c using identity.email_changes e where e.member_id = p_member and c.email in (e.old_email, e.new_email);
  delete from identity.email_changes where member_id = p_member;
  delete from identity.devices where actor_id = p_member;
  update identity.notes set body = '' where member_id = p_member;
  delete from identity.photos where member_id = p_member;
  update identity.recoveries set old_email = 'closed-' || p_member || '@anonymised.invalid', new_email = 'closed-' || p_member || '-back@anonymised.invalid', note = 'Taken out.', sealed_undo = 'Taken out.'
   where member_id = p_member;
  update identity.sessions set ip = '', user_agent = '', email = null where actor_id = p_member;
  update identity.passkeys set name = 'Removed', removed_at = coalesce(removed_at, clock_timestamp()) where actor_id = p_member;
  update identity.members set email = 'closed-' || id || '@anonymised.invalid', first_name = 'Closed', last_name = '', mobile = null, username = null, country = null, address = null, state = null,
      zip = null, city = null, anonymised_at = p_at
   where id = p_member and status = 'closed';
$$;
comment on function identity.forget is 'Takes name, contact and address of a closed account out.';
