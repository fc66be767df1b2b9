/* A page of what a run says of members: those who lose most first (p_side lose), or who gain most (gain), after the place of the last one shown; one row more than p_limit says that there are more. */
create or replace function network.what_if_rows(p_what_if uuid, p_side text, p_after integer, p_limit integer) returns setof network.what_if_members
language plpgsql stable set search_path = '' as $$
begin
  if p_side = 'lose' then
    return query select m.* from network.what_if_members m where m.what_if_id = p_what_if and (p_after is null or m.place > p_after) and m.change < 0 order by m.place limit p_limit + 1;
  else
    return query select m.* from network.what_if_members m where m.what_if_id = p_what_if and (p_after is null or m.place < p_after) and m.change > 0 order by m.place desc limit p_limit + 1;
  end if;
end $$;
comment on function network.what_if_rows is 'A page of what a run says of members.';
