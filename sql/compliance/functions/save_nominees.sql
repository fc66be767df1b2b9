/* Names a member's nominees anew, all in one: p_nominees is a list of {name, relation, born_on, share, guardian?}, shares as percent
   with at most two decimals. None is allowed. Refuses `invalid_input` and `guardian_required` (who is under 18 on the day given) at the
   field of the entry, counted from one: `name_2`. That the shares are the whole is a law of the table (`shares_not_whole`). */
create or replace function compliance.save_nominees(p_member bigint, p_nominees jsonb, p_on date, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_one record;
  v_born date;
begin
  if jsonb_typeof(p_nominees) is distinct from 'array' or jsonb_array_length(p_nominees) > 10 then perform core.refuse('invalid_input', 'nominees'); end if;
  -- One set at a time: two saved at once would both stand.
  perform from identity.members where id = p_member for no key update;
  update compliance.nominees set removed_at = p_at where member_id = p_member and removed_at is null;
  for v_one in
    select n.ordinality as at, core.clean_text(n.value ->> 'name', 'name_' || n.ordinality, 120) as name, n.value ->> 'relation' as relation, n.value ->> 'born_on' as born_on,
           n.value ->> 'share' as share, core.clean_text(n.value ->> 'guardian', 'guardian_' || n.ordinality, 120) as guardian
      from jsonb_array_elements(p_nominees) with ordinality n order by n.ordinality
  loop
    if v_one.name is null then perform core.refuse('invalid_input', 'name_' || v_one.at); end if;
    if v_one.relation is null or v_one.relation not in ('spouse', 'child', 'parent', 'sibling', 'other') then perform core.refuse('invalid_input', 'relation_' || v_one.at); end if;
    if v_one.share is null or v_one.share !~ '^[0-9]{1,3}(\.[0-9]{1,2})?$' or v_one.share::numeric not between 0.01 and 100 then perform core.refuse('invalid_input', 'share_' || v_one.at); end if;
    if not pg_input_is_valid(coalesce(v_one.born_on, ''), 'date') or v_one.born_on !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then perform core.refuse('invalid_input', 'born_' || v_one.at); end if;
    v_born := v_one.born_on;
    if v_born not between p_on - interval '130 years' and p_on then perform core.refuse('invalid_input', 'born_' || v_one.at); end if;
    if v_one.guardian is null and v_born + interval '18 years' > p_on then perform core.refuse('guardian_required', 'guardian_' || v_one.at); end if;
    insert into compliance.nominees (member_id, name, relation, born_on, share, guardian, named_at)
    values (p_member, v_one.name, v_one.relation, v_born, (v_one.share::numeric * 100)::integer, v_one.guardian, p_at);
  end loop;
end $$;
comment on function compliance.save_nominees is 'Names a member''s nominees anew.';
