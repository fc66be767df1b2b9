/* Ends a pending payment that did not arrive, with the reason its member reads. Refuses `already_decided`. */
create or replace function ev.reject_payment(p_payment uuid, p_reason text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update ev.payments set state = 'rejected', reason = p_reason, decided_at = p_at where id = p_payment and state = 'pending';
  if not found then perform core.refuse('already_decided'); end if;
end $$;
comment on function ev.reject_payment is 'Ends a pending payment that did not arrive.';
