import { Transform } from "node:stream";

/**
 * Where react-dom pipes a page. When a character of several bytes does not fit into the rest of its buffer, react-dom 18 sends the whole
 * buffer, and what it had not filled are NUL bytes, which a browser shows as replacement characters. No page contains one: they are left out.
 */
export function htmlStream(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
