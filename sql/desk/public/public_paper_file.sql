/* The file of an operator's document, for everybody, while it is public and holds; `not_found` of any other, also of an older version. */
create or replace function desk.public_paper_file(p_version uuid) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select coalesce((select jsonb_build_object('file', jsonb_build_object('id', v.id, 'name', v.name, 'mime', v.mime, 'bytes', v.bytes, 'storage_key', v.id::text))
    from compliance.paper_versions w join compliance.papers p on p.id = w.paper_id and p.public and p.retired_at is null
   cross join lateral compliance.version_in_force(p.id, core.business_date(core.business_now(), core.setting('timezone'))) v where w.id = p_version and v.id = p_version), desk.nothing_found())
$$;
comment on function desk.public_paper_file is 'The file of an operator''s document, for everybody.';
