-- owner: reader
/* The caller's certificate of tax of the calendar quarter a day lies in. Refuses `not_found` where there is none. */
create or replace function desk.member_tax_certificate(p_token text, p_on date) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'member');
begin
  if p_on is null or p_on < date '2000-01-01' or p_on > date '9999-09-30' then perform core.refuse('not_found'); end if;
  return desk.json_certificate(v_caller.actor_id, date_trunc('quarter', p_on)::date);
end $$;
comment on function desk.member_tax_certificate is 'The caller''s certificate of tax of a quarter.';
