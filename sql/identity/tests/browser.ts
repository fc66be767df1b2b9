/**
 * A browser without scripts in front of the sign-in pages: keeps cookies, posts forms to the real actions, follows nothing by itself.
 * What stands in its jar can be stolen, swapped and forged, which is what the tests of the attacks do.
 */
import type { ActionFunctionArgs } from "@remix-run/node";

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

export type Answer = { status: number; location: string | null; headers: Headers; faults: Record<string, string[]>; data: unknown };

const origin = "http://localhost:3000";

export class Browser {
  readonly jar = new Map<string, string>();
  ip: string;

  constructor(ip = "192.0.2.1") {
    this.ip = ip;
  }

  /** Another browser that starts with some of this one's cookies. */
  thief(...names: string[]): Browser {
    const other = new Browser("198.51.100.9");
    for (const name of names) {
      const value = this.jar.get(name);
      if (value !== undefined) other.jar.set(name, value);
    }
    return other;
  }

  request(path: string, body?: Record<string, string>): Request {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers({ "user-agent": "Test browser", ...(cookie ? { cookie } : {}) });
    return new Request(`${origin}${path}`, body ? { method: "POST", headers, body: new URLSearchParams(body) } : { headers });
  }

  async post(action: Action, path: string, body: Record<string, string>): Promise<Answer> {
    const args = { request: this.request(path, body), params: {}, context: { ip: this.ip, nonce: "", requestId: "test" } } as unknown as ActionFunctionArgs;
    const answer = read(await action(args).catch(thrownAnswer));
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    if (attributes.includes("Max-Age=0")) this.jar.delete(pair.slice(0, at));
    else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** Routes throw redirects and refusals; anything else is a fault of the test. */
function thrownAnswer(thrown: unknown): unknown {
  if (thrown instanceof Error) throw thrown;
  return thrown;
}

type DataAnswer = { data?: { result?: { error?: Record<string, string[] | null> | null } }; init?: ResponseInit | null };

function read(answer: unknown): Answer {
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get("location"), headers: answer.headers, faults: {}, data: null };
  const { data, init } = answer as DataAnswer;
  const faults = Object.fromEntries(Object.entries(data?.result?.error ?? {}).map(([field, list]) => [field, list ?? []]));
  return { status: init?.status ?? 200, location: null, headers: new Headers(init?.headers), faults, data };
}
