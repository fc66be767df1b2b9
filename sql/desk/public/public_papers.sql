/* The operator's documents that everybody may see and that hold today. */
create or replace function desk.public_papers() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('papers', coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'kind', p.kind, 'title', p.title, 'issuer', p.issuer, 'valid_from', v.valid_from, 'valid_until', v.valid_until, 'mime', v.mime, 'bytes', v.bytes) order by p.kind, p.title, p.id), '[]'))
    from compliance.papers p cross join lateral compliance.version_in_force(p.id, core.business_date(core.business_now(), core.setting('timezone'))) v where p.public and p.retired_at is null and v.id is not null
$$;
comment on function desk.public_papers is 'The operator''s documents that everybody may see.';
