/**
 * Rows 18 and 19 of the safety table: every route by everybody who may not, reading and sending. What is Ann's is asked for by its own
 * address, and forms are sent as she or the staff member who may send them finds them filled in. Routes come from the files.
 */
import { ownerOf, otherRoutes, staffRoles, staffRules, type StaffRole } from "../support/access";
import { mainOf, textOf } from "../support/forms";
import { isNamed, read, type Answer } from "../support/judge";
import { runsHome, suspend } from "../support/owner";
import { addressOf } from "../support/page-address";
import { pages, routeFiles } from "../support/pages";
import { formsOf, pressed, type FormValues } from "../support/page-forms";
import { Sender } from "../support/sender";
import { demoEmail, type SignedIn } from "../support/sessions";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

type Person = { name: string; is: "nobody" | "member" | "staff"; role?: StaffRole; suspended?: boolean; sender: Sender };
type Place = { route: string; address: string; values: FormValues };

/** A suspended member reads, may still shut others out, and begin to guard the account better. */
const suspendedMay = new Set(["_member+/sessions.tsx", "_member+/notifications.tsx", "_member+/security+/authenticator.tsx", "_member+/security+/codes.tsx", "_member+/security+/remove.tsx"]);
/** Asking for it ends the session that the other cells need; no-js/lost.spec.ts sends it. */
const notSent = new Set(["_auth+/logout.ts"]);

const joined = (name: string, then: (visitor: Visitor, email: string) => Promise<unknown> = async () => undefined) => new Sender({ before: async (visitor) => then(visitor, await visitor.join(name)) }, true);
const ended = async (visitor: Visitor) => visitor.post("/logout", {});

/** Keeps the cookie of the session that has ended. */
async function endedElsewhere(visitor: Visitor): Promise<void> {
  const again = await visitor.twin();
  await ended(again);
  await again.leave();
}

const people: Person[] = [
  { name: "nobody", is: "nobody", sender: new Sender({}, true) },
  { name: "a member whose session has ended", is: "nobody", sender: joined("Enda", endedElsewhere) },
  { name: "staff whose session has ended", is: "nobody", sender: new Sender({ before: async (visitor) => visitor.signInAsStaff(demoEmail("admin")).then(() => endedElsewhere(visitor)) }, true) },
  { name: "another member", is: "member", sender: joined("Otha") },
  ...(runsHome === "" ? [] : [{ name: "a suspended member", is: "member" as const, suspended: true, sender: joined("Susa", (_visitor, email) => suspend(email)) }]),
  ...staffRoles.map((role): Person => ({ name: role, is: "staff", role, sender: new Sender({ before: (visitor) => visitor.signInAsStaff(demoEmail(role)) }, true) })),
];

test("each route has an entry, and none that is gone", () => {
  const files = routeFiles();
  expect(Object.keys({ ...pages, ...otherRoutes }).sort()).toEqual(files);
  expect(Object.keys(staffRules).sort()).toEqual(files.filter((file) => file.startsWith("admin+/")));
});

/** Whose page it is finds it, and its first form as it would be sent. */
async function placesOf(open: (label: SignedIn | "nobody") => Promise<Visitor>): Promise<Place[]> {
  const places: Place[] = [];
  // Signing in comes last: it changes who somebody is.
  const inTurn = routeFiles().sort((one, two) => Number(one.startsWith("_auth+/")) - Number(two.startsWith("_auth+/")));
  for (const route of inTurn) {
    const other = otherRoutes[route];
    const entry = pages[route];
    const owner = ownerOf(route);
    const visitor = await open(owner === "anybody" ? "nobody" : owner === "member" ? "ann" : (entry?.as ?? "admin"));
    const address = other ? (typeof other.at === "string" ? other.at : await other.at(visitor)) : entry ? await addressOf(entry, visitor) : "";
    const { html } = await read(visitor.get(address));
    const here = address.replace(/\?.*/, "");
    const form = formsOf(html, address).find(({ method, path }) => method === "post" && path.replace(/\?.*/, "") === here);
    // The clock is everybody's: moved past midnight by all who may, Ann would have earned meanwhile.
    places.push({ route, address, values: form && route !== "dev+/clock.tsx" ? pressed(form) : {} });
  }
  return places;
}

/** Only in what is Ann's: how she is called, and the numbers of her things. */
async function canariesOf(ann: Visitor): Promise<string[]> {
  const profile = formsOf(await ann.page("/profile"), "/profile").flatMap(({ fields }) => fields);
  const typed = ["last_name", "mobile", "address"].flatMap((name) => profile.filter((field) => field.name === name && field.value.length > 4).map(({ value }) => value));
  const lists = await Promise.all(["/deposits", "/withdrawals", "/destinations", "/investments", "/messages", "/wallet/movements", "/bookings", "/network/pairs", "/payouts"].map(async (list) => [...(await ann.page(list)).matchAll(new RegExp(`${list}/([0-9a-f]{8}-[0-9a-f-]{27}|\\d+-\\d+)`, "g"))].map((found) => found[1] ?? "")));
  return [demoEmail("ann"), ...typed, ...new Set(lists.flat())];
}

/** To a page that asks who it is. */
const leadsAway = ({ status, location }: Answer) => status === 302 && /^\/(login|home|admin|referrals)?(\?|\/staff|$)/.test(location);
const isShut = (answer: Answer, sending: boolean) => [403, 404, 405].includes(answer.status) || leadsAway(answer) || (sending && isAtForm(answer));
/** Refused for what is in the form, before anybody was asked who sends it; counted apart. The desk functions are asked in sql/. */
const isAtForm = ({ status }: Answer) => status === 409 || status === 422;

/** Whether this person may do it; `maybe` where it is their own that they reach at this address. */
function mayDo({ is, role, suspended }: Person, { route, address }: Place, sending: boolean, annsIds: string[]): "yes" | "no" | "maybe" {
  const owner = ownerOf(route);
  if (owner === "anybody") return "maybe";
  if (is === "nobody" || is !== owner) return "no";
  if (role) {
    const { see, send = [] } = staffRules[route] ?? { see: [] };
    return (sending ? send : see).includes(role) ? (sending ? "maybe" : "yes") : "no";
  }
  const parts = address.split(/[/?&=]/);
  if (annsIds.some((id) => parts.includes(id))) return "no";
  if (!sending) return "yes";
  return suspended && !suspendedMay.has(route) ? "no" : "maybe";
}

const wordsOf = (ann: Visitor) => Promise.all(["/profile", "/deposits", "/withdrawals", "/destinations", "/investments", "/nominees", "/messages", "/security", "/bookings", "/network"].map(async (path) => textOf(mainOf(await ann.page(path))).replace(/\d+ (seconds?|minutes?|hours?|days?)/g, "")));

test("nobody reads or sends what is not theirs", async ({ visitor }) => {
  test.setTimeout(420_000);
  const opened = new Map<string, Promise<Visitor>>();
  const open = (label: SignedIn | "nobody") => {
    const known = opened.get(label) ?? visitor(label === "nobody" ? undefined : label);
    opened.set(label, known);
    return known;
  };
  const ann = await open("ann");
  const places = await placesOf(open);
  const everything = await canariesOf(ann);
  const ids = everything.filter((canary) => /^[0-9a-f]{8}-|^\d+-\d+$/.test(canary));
  // The number of a movement, 143-7, also stands in drawings.
  const canaries = everything.filter((canary) => !/^\d+-\d+$/.test(canary));
  expect(canaries.length).toBeGreaterThan(10);
  const before = await wordsOf(ann);
  const count = { cells: 0, denied: 0, atForm: 0, leaks: [] as string[], escalations: [] as string[], failures: [] as string[] };

  const look = (person: Person, place: Place, sending: boolean, answer: Answer, text: string) => {
    // A list that first chooses its own filter has shown nothing yet.
    if (answer.status === 302 && !sending && answer.location.replace(/\?.*/, "") === place.address) return;
    const cell = `${person.name} ${sending ? "sends" : "reads"} ${place.route} (${place.address}): ${answer.status} ${answer.location}`;
    const rule = mayDo(person, place, sending, ids);
    count.cells += 1;
    if (answer.status >= 500) count.failures.push(cell);
    if (answer.status >= 400 && answer.html !== "" && !isNamed(answer.elements)) count.failures.push(`${cell}, without a word`);
    if (rule === "yes" && ![200, 404].includes(answer.status) && (answer.status !== 302 || answer.location.startsWith("/login"))) count.failures.push(`${cell}, and may`);
    if (rule === "no") {
      count.denied += 1;
      if (sending && isAtForm(answer)) count.atForm += 1;
      if (!isShut(answer, sending)) count.escalations.push(cell);
    }
    // Staff who may read a page read of Ann there, also where its form is refused; the mailbox of the demonstration is everybody's.
    if ((person.is === "staff" && (rule !== "no" || mayDo(person, place, false, ids) !== "no")) || place.route.startsWith("dev+/")) return;
    // What somebody has sent comes back to them.
    const said = `${place.address} ${sending ? Object.values(place.values).join(" ") : ""}`;
    const heard = canaries.filter((canary) => text.includes(canary) && !said.includes(canary));
    if (heard.length > 0) count.leaks.push(`${cell}: ${heard.slice(0, 3).join(", ")}`);
  };

  await Promise.all(people.map(async (person) => {
    for (const place of places) {
      const got = await (await person.sender.get()).get(place.address);
      look(person, place, false, await read(Promise.resolve(got)), await got.text());
      if (notSent.has(place.route)) continue;
      // Whoever may send it sends nothing: it is theirs to fill in.
      const values = mayDo(person, place, true, ids) === "maybe" && person.is === "staff" ? {} : place.values;
      const sent = await (await person.sender.forPost()).post(place.address, values);
      look(person, place, true, await read(Promise.resolve(sent)), await sent.text());
    }
  }));
  await Promise.all(people.map(({ sender }) => sender.leave()));
  process.stdout.write(`access matrix: cells ${count.cells}, denied ${count.denied} (${count.atForm} for what was in the form), leaks ${count.leaks.length}, escalations ${count.escalations.length}\n`);
  expect.soft(count.failures.slice(0, 60)).toEqual([]);
  expect.soft(count.escalations.slice(0, 40)).toEqual([]);
  expect.soft(count.leaks).toEqual([]);
  expect(count.denied).toBeGreaterThan(500);
  expect(await wordsOf(ann)).toEqual(before);
});
