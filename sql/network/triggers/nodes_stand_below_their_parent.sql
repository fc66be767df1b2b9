create or replace trigger nodes_stand_below_their_parent before insert on network.nodes for each row execute function network.guard_place();
alter table network.nodes enable always trigger nodes_stand_below_their_parent;
