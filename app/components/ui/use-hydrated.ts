import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and in the first paint, true once the page is alive: for controls that only work with JavaScript. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
