/* Ten recovery codes in place of those there were, as keyed MACs. `invalid_input` when they are not ten different ones. */
create or replace function identity.keep_recovery_codes(p_authenticator uuid, p_macs text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_macs is null or p_macs !~ '^([0-9a-f]{64}){10}$' then perform core.refuse('invalid_input', 'recovery'); end if;
  delete from identity.recovery_codes where authenticator_id = p_authenticator;
  insert into identity.recovery_codes (authenticator_id, code_mac)
  select p_authenticator, decode(substr(p_macs, 64 * n + 1, 64), 'hex') from generate_series(0, 9) n on conflict do nothing;
  if (select count(*) from identity.recovery_codes where authenticator_id = p_authenticator) <> 10 then perform core.refuse('invalid_input', 'recovery'); end if;
end $$;
comment on function identity.keep_recovery_codes is 'Ten recovery codes in place of those there were.';
