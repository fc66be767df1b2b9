/* A person has looked into a finding and says why it no longer stands. `not_found`, `already_decided` the second time. A fault that is
   still there is raised again by the next full look. */
create or replace function audit.clear_finding(p_finding uuid, p_staff bigint, p_note text, p_at timestamptz) returns audit.findings
language plpgsql volatile security definer set search_path = '' as $$
declare v_row audit.findings;
begin
  perform from audit.breaker for update;
  select * into v_row from audit.findings where id = p_finding for update;
  if not found then perform core.refuse('not_found'); end if;
  if v_row.cleared_at is not null then perform core.refuse('already_decided'); end if;
  update audit.findings set cleared_at = p_at, cleared_by = p_staff, note = p_note where id = p_finding returning * into v_row;
  return v_row;
end $$;
comment on function audit.clear_finding is 'A person clears a finding.';
