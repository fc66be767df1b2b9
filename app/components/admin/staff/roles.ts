/** As the database knows them, in the order in which a person reads them. */
export const roles = ["support", "operations", "finance", "auditor", "admin"] as const;
