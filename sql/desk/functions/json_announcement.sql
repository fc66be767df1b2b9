/* A text of an announcement in the languages it was written in, and its first and last day in the operator's time zone. */
create or replace function desk.json_announcement(p_text messaging.announcement_versions) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_text).announcement_id, 'version', (p_text).number, 'audience', (p_text).audience, 'from_at', (p_text).from_at, 'until_at', (p_text).until_at,
    'from_on', core.business_date((p_text).from_at, core.setting('timezone')), 'until_on', core.business_date((p_text).until_at, core.setting('timezone')) - 1,
    'texts', jsonb_strip_nulls(jsonb_build_object('en', jsonb_build_object('title', (p_text).title_en, 'body', (p_text).body_en),
      'es', case when (p_text).title_es is not null then jsonb_build_object('title', (p_text).title_es, 'body', (p_text).body_es) end,
      'hi', case when (p_text).title_hi is not null then jsonb_build_object('title', (p_text).title_hi, 'body', (p_text).body_hi) end)))
$$;
comment on function desk.json_announcement is 'A text of an announcement in its languages.';
