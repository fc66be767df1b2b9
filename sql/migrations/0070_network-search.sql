-- Up Migration
-- People are looked for in the tree by the name they go by (spec 4.3): by its beginning, so that a hundred thousand are not read for one.

create index members_by_shown_name on identity.members (lower(coalesce(username, first_name)) text_pattern_ops, id);
