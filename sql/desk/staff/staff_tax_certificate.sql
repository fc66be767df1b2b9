-- owner: reader
/* A member's certificate of tax of the calendar quarter a day lies in. Refuses `not_found` where there is none. */
create or replace function desk.staff_tax_certificate(p_token text, p_member uuid, p_on date) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'payouts.read');
  v_member bigint := (select m.id from identity.members m where m.public_id = p_member);
begin
  if v_member is null then perform core.refuse('not_found'); end if;
  if p_on is null or p_on < date '2000-01-01' or p_on > date '9999-09-30' then perform core.refuse('not_found'); end if;
  return desk.json_certificate(v_member, date_trunc('quarter', p_on)::date);
end $$;
comment on function desk.staff_tax_certificate is 'A member''s certificate of tax of a quarter.';
