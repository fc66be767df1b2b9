/* Puts one file into a draft, in place of the one there was: headings as a list of texts, lines as lists of texts that begin with the line's number. Nothing is judged but the headings; desk.staff_import tells what is wrong with the lines. Refuses as office.keep_import_file. */
create or replace function desk.staff_import_file(p_token text, p_import uuid, p_kind text, p_name text, p_columns jsonb, p_rows jsonb, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'imports.prepare');
  v_known jsonb;
  v_at timestamptz := core.business_now();
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'import_file', p_key, jsonb_build_array(p_import, p_kind, p_name, p_columns, p_rows));
  if v_known is not null then return v_known; end if;
  if jsonb_typeof(p_columns) is distinct from 'array' then perform core.refuse('invalid_input', 'file'); end if;
  perform office.keep_import_file(p_import, p_kind, p_name, array(select jsonb_array_elements_text(p_columns)), p_rows, v_at);
  perform desk.import_touched(p_import, v_caller.actor_id, v_at);
  perform audit.write(v_at, v_caller, 'import_file', 'import', p_import::text, null, jsonb_build_object('kind', p_kind));
  return ledger.keep_outcome(v_caller.actor_id, 'import_file', p_key, jsonb_build_object('import', p_import));
end $$;
comment on function desk.staff_import_file is 'Puts one file into a draft.';
