/* Writes an announcement (null: a new draft) as its next version; what stood is kept. English is required, the others are whole or absent.
   Refuses `not_found`, `announcement_withdrawn`, `period_reversed` at until_on, `announcement_missing` and `invalid_input` at a text's field. */
create or replace function messaging.save_announcement(p_announcement uuid, p_audience text, p_from timestamptz, p_until timestamptz, p_texts jsonb, p_by bigint, p_at timestamptz) returns messaging.announcements
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row messaging.announcements;
  v_language text;
  v_titles jsonb := '{}';
  v_bodies jsonb := '{}';
begin
  if p_audience is null or p_audience not in ('all', 'investing', 'network') then perform core.refuse('invalid_input', 'audience'); end if;
  if p_until <= p_from then perform core.refuse('period_reversed', 'until_on'); end if;
  foreach v_language in array array['en', 'es', 'hi'] loop
    v_titles := v_titles || jsonb_build_object(v_language, core.clean_text(p_texts ->> ('title_' || v_language), 'title_' || v_language, 120));
    v_bodies := v_bodies || jsonb_build_object(v_language, core.clean_text(replace(p_texts ->> ('body_' || v_language), E'\r\n', E'\n'), 'body_' || v_language, 4000));
    if v_titles ->> v_language is null and (v_language = 'en' or v_bodies ->> v_language is not null) then perform core.refuse('announcement_missing', 'title_' || v_language); end if;
    if v_bodies ->> v_language is null and (v_language = 'en' or v_titles ->> v_language is not null) then perform core.refuse('announcement_missing', 'body_' || v_language); end if;
  end loop;
  if p_announcement is null then
    insert into messaging.announcements (version) values (1) returning * into v_row;
  else
    perform from messaging.announcements where id = p_announcement for update;
    select * into v_row from messaging.announcements where id = p_announcement;
    if not found then perform core.refuse('not_found'); end if;
    if v_row.withdrawn_at is not null then perform core.refuse('announcement_withdrawn'); end if;
    update messaging.announcements set version = version + 1 where id = p_announcement returning * into v_row;
  end if;
  insert into messaging.announcement_versions (announcement_id, number, audience, from_at, until_at, title_en, body_en, title_es, body_es, title_hi, body_hi, written_by, written_at)
  values (v_row.id, v_row.version, p_audience, p_from, p_until, v_titles ->> 'en', v_bodies ->> 'en', v_titles ->> 'es', v_bodies ->> 'es', v_titles ->> 'hi', v_bodies ->> 'hi', p_by, p_at);
  return v_row;
end $$;
comment on function messaging.save_announcement is 'Writes an announcement as its next version.';
