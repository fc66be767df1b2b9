/** Pages that mails lead to. A test asks the route files whether each of them exists. */
export const links = {
  home: "/home",
  deposit: (id: string) => `/deposits/${id}`,
  withdrawal: (id: string) => `/withdrawals/${id}`,
  investment: (id: string) => `/investments/${id}`,
  destinations: "/destinations",
  kyc: "/kyc",
  sessions: "/sessions",
  wallets: "/wallet",
  referrals: "/referrals",
  milestone: (id: string) => `/milestones/${id}`,
  invitation: (code: string) => `/login?ref=${encodeURIComponent(code)}`,
  request: (id: string) => `/admin/requests/${id}`,
  requests: "/admin/requests?kind=withdrawal",
  watch: "/admin/watch",
} as const;
