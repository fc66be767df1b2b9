/* How many of a node's pairs its legs no longer cover: the latest so many are reversed. The matcher and a what-if ask the same. */
create or replace function network.uncovered(p_matched bigint, p_left bigint, p_right bigint) returns bigint
language sql immutable parallel safe as $$ select greatest(p_matched - least(p_left, p_right), 0) $$;
comment on function network.uncovered is 'How many pairs a node''s legs no longer cover.';
