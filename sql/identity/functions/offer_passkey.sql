/* Lets a passkey answer a challenge that is open in this session and browser, in place of its code: keeps the MAC of the words to be signed.
   Answers whether there is such a challenge. What proves a mailbox or a new authenticator has to be what it is. */
create or replace function identity.offer_passkey(p_challenge uuid, p_mac text, p_browser text, p_session uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_mac is null or p_mac !~ '^[0-9a-f]{64}$' then perform core.refuse('invalid_input', 'code'); end if;
  update identity.challenges c set passkey_mac = decode(p_mac, 'hex')
   where c.id = p_challenge and c.session_id = p_session and c.browser_hash = sha256(convert_to(coalesce(p_browser, ''), 'UTF8'))
     and c.purpose not in ('login', 'authenticator_confirm', 'email_confirm', 'passkey_confirm')
     and c.passkey_mac is null and c.used_at is null and c.invalidated_at is null and c.expires_at > clock_timestamp();
  return found;
end $$;
comment on function identity.offer_passkey is 'Lets a passkey answer a challenge in place of its code.';
