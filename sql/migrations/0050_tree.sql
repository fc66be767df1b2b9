-- Up Migration
-- The binary tree (spec 4.2): where everybody stands, how many units each leg holds, and where the next free slot is.

create schema network;
comment on schema network is 'The binary tree, what its legs count, and the pairs they make. Leans on everything below the desk.';

create table network.nodes (
  id bigint generated always as identity primary key,
  member_id bigint references identity.members on delete restrict constraint a_member_stands_in_the_tree_once unique,
  sponsor_id bigint references network.nodes on delete restrict,
  parent_id bigint references network.nodes on delete restrict,
  side text constraint side_is_left_or_right check (side in ('L', 'R')),
  depth integer not null,
  left_count bigint not null default 0,
  right_count bigint not null default 0,
  left_open integer not null,
  right_open integer not null,
  placed_at timestamptz not null,
  constraint a_slot_holds_one_node unique (parent_id, side),
  constraint the_company_alone_stands_under_nobody check (
    case when member_id is null then num_nonnulls(sponsor_id, parent_id, side) = 0 and depth = 0
    else num_nonnulls(sponsor_id, parent_id, side) = 3 and depth > 0 end),
  constraint a_node_is_younger_than_who_is_above_it check (parent_id < id and sponsor_id < id),
  constraint a_leg_never_counts_below_zero check (left_count >= 0 and right_count >= 0),
  constraint a_free_slot_is_below_its_node check (left_open > depth and right_open > depth)
) with (fillfactor = 60);
comment on table network.nodes is 'One node per member, and the company''s root. Sponsor (who brought) and parent (where placed) never change; a parent has the smaller id, so there is no cycle.';
comment on column network.nodes.left_count is 'Units counted below on the left; the member''s own counts for those above only.';
comment on column network.nodes.right_count is 'Units counted below on the right.';
comment on column network.nodes.left_open is 'Depth of the first free slot on the left side: level order goes down where it is smallest.';
comment on column network.nodes.right_open is 'Depth of the first free slot on the right side.';
create unique index there_is_one_company_root on network.nodes ((parent_id is null)) where parent_id is null;
create index nodes_by_sponsor on network.nodes (sponsor_id);
alter table network.nodes enable row level security;
