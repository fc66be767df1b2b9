import type { SearchGroup, SearchHit, SearchKind } from "~/db/search.server";

/** Where a hit opens; what has no page of its own opens the one it stands on. */
export function placeOf(kind: SearchKind, { id, label }: SearchHit): string {
  const places: Record<SearchKind, string> = {
    members: `/admin/members/${id}`,
    requests: `/admin/requests/${id}`,
    journals: `/admin/books/journals/${label}`,
    withdrawals: `/admin/withdrawals/${id}`,
    payouts: `/admin/payouts/${id}`,
    bank_files: `/admin/payouts/files/${id}`,
    bookings: `/admin/bookings/${id}`,
    messages: `/admin/messages/${id}`,
    investments: `/admin/members/${id}`,
    claims: `/admin/members/${id}/claim`,
    destinations: `/admin/members/${id}`,
    bank_lines: `/admin/reconciliation/statements/${id}`,
  };
  return places[kind];
}

const lists: Partial<Record<SearchKind, string>> = {
  members: "/admin/members",
  requests: "/admin/requests",
  journals: "/admin/books/journals",
  bookings: "/admin/bookings",
  withdrawals: "/admin/withdrawals",
  payouts: "/admin/payouts",
  messages: "/admin/messages",
};

/** The list that shows all of a group, searched for the same; null where the group is complete, or no list is searched. */
export function listOf({ kind, more }: SearchGroup, text: string): string | null {
  const list = lists[kind];
  return more && list !== undefined ? `${list}?${new URLSearchParams({ search: text })}` : null;
}
