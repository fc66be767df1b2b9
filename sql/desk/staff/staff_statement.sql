-- owner: reader
/* One imported file and what became of its lines. */
create or replace function desk.staff_statement(p_token text, p_statement uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'reconciliation.read');
begin
  return coalesce((select jsonb_build_object('statement', jsonb_build_object('id', s.id, 'file_name', s.file_name, 'sha256', encode(s.file_hash, 'hex'), 'format', s.format, 'by', identity.person_name(s.imported_by), 'at', s.imported_at,
      'imported', s.imported, 'skipped', s.skipped, 'refused', s.refused, 'matched', s.matched, 'closed', s.closed_at is not null, 'remarks', s.remarks,
      'first_on', (select min(l.booked_on) from treasury.statement_lines l where l.statement_id = s.id), 'last_on', (select max(l.booked_on) from treasury.statement_lines l where l.statement_id = s.id)),
    'method', jsonb_build_object('id', m.id, 'name', m.name, 'currency', m.currency)) from treasury.statements s join funding.methods m on m.account_id = s.account_id where s.id = p_statement), desk.nothing_found());
end $$;
comment on function desk.staff_statement is 'One imported file.';
