import "@remix-run/node";

declare module "@remix-run/node" {
  /** Loader data keeps its types through single fetch. */
  interface Future {
    v3_singleFetch: true;
  }

  interface AppLoadContext {
    /** of this response's content policy */
    nonce: string;
    requestId: string;
    /** the peer's address, through the trusted proxy when one is set */
    ip: string;
  }
}
