-- Up Migration
-- The queue with every state, or of one kind in every state, in the order in which it is shown: no longer by reading and sorting all of them.

create index requests_by_time on approval.requests (created_at desc, id desc);
create index requests_by_kind_and_time on approval.requests (kind, created_at desc, id desc);
