/* A setting with its bounds, its last change and the request that waits. */
create or replace function desk.json_setting(p_setting core.settings) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('key', (p_setting).key, 'value', (p_setting).value, 'kind', (p_setting).kind, 'touches_money', (p_setting).touches_money,
    'least', (p_setting).least::text, 'most', (p_setting).most::text, 'choices', to_jsonb((p_setting).choices), 'description', (p_setting).description,
    'changed_at', (select max(v.changed_at) from core.setting_versions v where v.key = (p_setting).key),
    'request', (select r.id from approval.requests r where r.kind = 'setting' and r.subject_id = desk.setting_subject((p_setting).key) and r.state = 'pending'))
$$;
comment on function desk.json_setting is 'A setting with its bounds, its last change and the request that waits.';
