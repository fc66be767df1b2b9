/* Carries a recovery out: the member's address is the proven one, authenticator and passkeys are out of use if that was asked, every session ends,
   what was begun ends, withdrawals pause. The old address can take it back for 72 hours. Refuses `recovery_unproven` while nobody has said
   the words of the new mailbox, `email_taken`, `not_found` of an account that is closed or claimed. Answers until when withdrawals pause. */
create or replace function identity.recover(p_recovery uuid, p_at timestamptz) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row identity.recoveries;
  v_member identity.members;
begin
  select * into v_row from identity.recoveries where id = p_recovery;
  if not found then perform core.refuse('not_found'); end if;
  select * into v_member from identity.members where id = v_row.member_id for no key update;
  if v_member.status in ('closed', 'claimed') then perform core.refuse('not_found'); end if;
  if v_row.proven_at is null then perform core.refuse('recovery_unproven'); end if;
  -- The member has changed it since, or has taken a change back: then the mailbox was not lost.
  if v_member.email <> v_row.old_email then perform core.refuse('email_taken'); end if;
  if v_row.new_email <> v_row.old_email then
    perform identity.change_email(v_row.member_id, v_row.new_email, v_row.undo_hash);
  end if;
  if v_row.drop_authenticator then
    update identity.authenticators set removed_at = clock_timestamp() where actor_id = v_row.member_id and removed_at is null;
    -- What lay on the lost phone lies there still.
    update identity.passkeys set removed_at = clock_timestamp(), name = 'Removed' where actor_id = v_row.member_id and removed_at is null;
  end if;
  perform identity.end_challenges(v_row.member_id);
  update identity.sessions set revoked_at = clock_timestamp() where audience = 'member' and actor_id = v_row.member_id and revoked_at is null;
  return identity.pause_withdrawals(v_row.member_id, p_at);
end $$;
comment on function identity.recover is 'Lets a member back in who has lost the mailbox or the authenticator.';
