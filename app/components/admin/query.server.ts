/** What a list's address says. Foreign values count as none: an address somebody edited is no reason for an error page. */
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const cursorShape = /^[\w.:=|+/-]{1,200}$/;

export function readQuery(request: Request) {
  const { searchParams } = new URL(request.url);
  return {
    has: (name: string): boolean => searchParams.has(name),
    text: (name: string, most = 80): string | null => (searchParams.get(name) ?? "").trim().slice(0, most) || null,
    oneOf: <Value extends string>(name: string, allowed: readonly Value[]): Value | null => allowed.find((value) => value === searchParams.get(name)) ?? null,
    /** ids that were chosen in a list; null when none was */
    ids: (name: string, most = 100): string[] | null => {
      const ids = searchParams.getAll(name).filter((value) => idShape.test(value)).slice(0, most);
      return ids.length > 0 ? ids : null;
    },
    /** of lists that go by a number rather than by a time */
    numberedCursor: (): string | null => {
      const cursor = searchParams.get("cursor");
      return cursor !== null && /^\d{1,18}$/.test(cursor) ? cursor : null;
    },
    cursor: (): string | null => {
      const cursor = searchParams.get("cursor");
      return cursor !== null && cursorShape.test(cursor) ? cursor : null;
    },
  };
}
