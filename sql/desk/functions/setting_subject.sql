/* The subject of requests about a setting: requests name their subject by a uuid, settings have words. */
create or replace function desk.setting_subject(p_key text) returns uuid
language sql immutable set search_path = '' as $$ select md5('core.settings ' || p_key)::uuid $$;
comment on function desk.setting_subject is 'The subject of requests about a setting.';
