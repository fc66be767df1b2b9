/* Opens a claim after a member's death, reported to have been on a day that is over or today (p_on): those named at its end are taken down, and
   nobody comes into the account any more. Refuses `not_active` of an account that is closed or claimed, `invalid_input`, `no_nominees`. */
create or replace function compliance.open_claim(p_member bigint, p_died_on date, p_reported_by text, p_note text, p_on date, p_at timestamptz) returns compliance.claims
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_status text;
  v_zone text := core.setting('timezone');
  v_reported_by text := core.clean_text(p_reported_by, 'reported_by', 200);
  v_claim compliance.claims;
begin
  select status into v_status from identity.members where id = p_member for no key update;
  if v_status is null or v_status not in ('active', 'suspended') then perform core.refuse('not_active'); end if;
  if p_died_on is null or p_died_on not between p_on - interval '130 years' and p_on then perform core.refuse('invalid_input', 'died_on'); end if;
  if v_reported_by is null then perform core.refuse('invalid_input', 'reported_by'); end if;
  insert into compliance.claims (reference, member_id, died_on, reported_by, note, status_before, opened_at)
  values ('C-' || core.random_code(8), p_member, p_died_on, v_reported_by, core.clean_text(p_note, 'note', 1000), v_status, p_at) returning * into v_claim;
  -- Whoever had the telephone afterwards names nobody.
  insert into compliance.claim_nominees (claim_id, name, relation, born_on, share, guardian)
  select v_claim.id, n.name, n.relation, n.born_on, n.share, n.guardian from compliance.nominees n
   where n.member_id = p_member and core.business_date(n.named_at, v_zone) <= p_died_on and (n.removed_at is null or core.business_date(n.removed_at, v_zone) > p_died_on) order by n.id;
  if not found then perform core.refuse('no_nominees', 'died_on'); end if;
  perform identity.bar_member(p_member);
  return v_claim;
end $$;
comment on function compliance.open_claim is 'Opens a claim after a member''s death and bars the account.';
