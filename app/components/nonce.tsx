import { createContext, useContext } from "react";

const Nonce = createContext<string | undefined>(undefined);

export const NonceProvider = Nonce.Provider;

/** Present while the server renders; browsers hide nonces from scripts, so it is undefined there. */
export function useNonce(): string | undefined {
  return useContext(Nonce);
}
