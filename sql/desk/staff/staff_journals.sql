-- owner: reader
/* Journals, newest first, keyset by number: of a kind, of an account, recorded between two days of the operator's time zone, or found by
   number, by what caused them (UUID) or by a request's reference. A page of one kind looks at 200,000 journals at most; `next` goes on from
   there even when the page is not full, so that a rare kind never makes the server read the whole history for one page.
   Refuses `invalid_input` at p_until when the days are reversed. */
create or replace function desk.staff_journals(p_token text, p_kind text default null, p_account bigint default null, p_from date default null, p_until date default null, p_search text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'journals.read');
  v_limit integer := core.page_size(p_limit);
  v_search text := core.clean_text(p_search, 'search', 80);
  v_bounds record := desk.day_bounds(p_from, p_until);
  v_kind ledger.journal_kind;
  v_causes uuid[];
  v_number bigint;
  v_before bigint := 9223372036854775807;
  v_after bigint := 0;
  v_seen bigint;
  v_rows ledger.journals[];
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::bigint;
  end if;
  if p_kind is not null then
    if p_kind <> all (enum_range(null::ledger.journal_kind)::text[]) then perform core.refuse('invalid_input', 'kind'); end if;
    v_kind := p_kind::ledger.journal_kind;
  end if;
  if v_search ~ '^[0-9]{1,18}$' then
    v_number := v_search::bigint;
  elsif v_search ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    v_causes := array[v_search::uuid];
  elsif v_search is not null then
    v_causes := array(select c from approval.requests r cross join lateral unnest(array[r.id, r.subject_id]) c where r.reference = upper(v_search));
  end if;
  -- Seals say between which numbers a day's journals stand; an hour allows for numbers and times that crossed.
  if v_bounds.from_at is not null then v_after := coalesce((select s.closed_to from ledger.seals s where s.posted_until < v_bounds.from_at order by s.posted_until desc limit 1), 0); end if;
  if v_bounds.until_at is not null then v_before := least(v_before, coalesce((select s.closed_to + 1 from ledger.seals s where s.posted_until >= v_bounds.until_at + interval '1 hour' order by s.posted_until limit 1), v_before)); end if;
  if p_account is not null then
    select array_agg(j order by j.id desc) into v_rows from (
      select j.* from (select distinct on (l.journal_id) l.journal_id from ledger.lines l where l.account_id = p_account and l.journal_id < v_before and l.journal_id > v_after order by l.journal_id desc) x join ledger.journals j on j.id = x.journal_id
       where (v_kind is null or j.kind = v_kind) and (v_number is null or j.id = v_number) and (v_causes is null or j.cause = any (v_causes))
         and (v_bounds.from_at is null or j.posted_at >= v_bounds.from_at) and (v_bounds.until_at is null or j.posted_at < v_bounds.until_at)
       order by x.journal_id desc limit v_limit + 1) j;
  elsif v_number is not null or v_causes is not null then
    select array_agg(j order by j.id desc) into v_rows from (
      select j.* from ledger.journals j where j.id < v_before and (j.id = v_number or j.cause = any (v_causes)) and (v_kind is null or j.kind = v_kind)
         and (v_bounds.from_at is null or j.posted_at >= v_bounds.from_at) and (v_bounds.until_at is null or j.posted_at < v_bounds.until_at)
       order by j.id desc limit v_limit + 1) j;
  else
    select min(j.id) into v_seen from (select x.id from ledger.journals x where x.id < v_before and x.id > v_after order by x.id desc limit 200000) j;
    select array_agg(j order by j.id desc) into v_rows from (
      select j.* from ledger.journals j where j.id < v_before and j.id >= v_seen and (v_kind is null or j.kind = v_kind)
         and (v_bounds.from_at is null or j.posted_at >= v_bounds.from_at) and (v_bounds.until_at is null or j.posted_at < v_bounds.until_at)
       order by j.id desc limit v_limit + 1) j;
  end if;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object(
    'items', coalesce((select jsonb_agg(desk.json_journal(r) order by r.id desc) from unnest(v_rows[1:v_limit]) r), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id::text
                 when exists (select from ledger.journals j where j.id < v_seen and j.id > v_after) then v_seen::text end);
end $$;
comment on function desk.staff_journals is 'Journals, newest first.';
