create or replace trigger nodes_are_kept before update or delete on network.nodes for each row execute function network.guard_node();
alter table network.nodes enable always trigger nodes_are_kept;
-- A row trigger does not see truncate.
create or replace trigger nodes_are_never_truncated before truncate on network.nodes for each statement execute function core.refuse_change();
alter table network.nodes enable always trigger nodes_are_never_truncated;
