/* A document of an identity check as its member and staff see it: never its number. */
create or replace function desk.json_document(p_document compliance.documents, p_on date) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_document).id, 'kind', (p_document).kind, 'last4', (p_document).number_last4, 'ifsc', (p_document).ifsc, 'expires_on', (p_document).expires_on,
    'expired', coalesce((p_document).expires_on < p_on, false), 'file_name', (p_document).file_name, 'mime', (p_document).mime, 'bytes', (p_document).bytes, 'added_at', (p_document).added_at,
    'sealed', (p_document).number_sealed is not null)
$$;
comment on function desk.json_document is 'A document of an identity check.';
