/* Offers a reward for so many active referrals, claimable from a day to a day (both included, or until it is ended). Reward in minor
   units. Refuses `invalid_input` at the field and `already_open` for a second one of the same name and first day. Answers its id. */
create or replace function referral.offer_milestone(p_name text, p_needed integer, p_reward bigint, p_currency text, p_starts_on date, p_ends_on date, p_by bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_name text := core.clean_text(p_name, 'name', 80);
  v_id uuid;
begin
  if v_name is null then perform core.refuse('invalid_input', 'name'); end if;
  if p_needed is null or p_needed not between 1 and 1000000 then perform core.refuse('invalid_input', 'needed'); end if;
  if p_starts_on is null then perform core.refuse('invalid_input', 'starts_on'); end if;
  if p_ends_on < p_starts_on then perform core.refuse('invalid_input', 'ends_on'); end if;
  insert into referral.milestones (name, needed, reward, currency, starts_on, ends_on, created_by, created_at)
  values (v_name, p_needed, p_reward, p_currency, p_starts_on, p_ends_on, p_by, p_at)
  on conflict (name, starts_on) do nothing returning id into v_id;
  if v_id is null then perform core.refuse('already_open', 'name'); end if;
  return v_id;
end $$;
comment on function referral.offer_milestone is 'Offers a reward for so many active referrals.';
