/** What every answer to hostile input has to be: a page of ours, with a refusal in words or without one, and nothing in it that was not ours. */
import type { APIResponse } from "@playwright/test";

import { attributeOf, dangersIn, elementsIn, shapesOf, wordsOf, type Element } from "./document";
import en from "../../app/i18n/en/common.json" with { type: "json" };
import es from "../../app/i18n/es/common.json" with { type: "json" };
import hi from "../../app/i18n/hi/common.json" with { type: "json" };

export type Answer = { status: number; html: string; elements: Element[]; location: string; headers: Record<string, string>; ms: number };

/** Words that ask the database to sleep ask for nine seconds. */
const tooLongMs = 8_000;

export async function read(sending: Promise<APIResponse>): Promise<Answer> {
  const begun = performance.now();
  const answer = await sending;
  const headers = answer.headers();
  const html = (headers["content-type"] ?? "").startsWith("text/html") ? await answer.text() : "";
  return { status: answer.status(), html, elements: html === "" ? [] : elementsIn(html), location: headers.location ?? "", headers, ms: performance.now() - begun };
}

const errorTitles = new Set([en, es, hi].flatMap(({ errors }) => Object.values(errors).flatMap((page) => (typeof page === "string" ? [] : [page.title]))));

/** Whether a refusal says in words what is wrong: at a field, on top of the form, or as a page of its own. */
export function isNamed(elements: Element[]): boolean {
  const alerts = elements.filter((element) => attributeOf(element, "role") === "alert" || /-error$/.test(attributeOf(element, "id") ?? "")).map(wordsOf);
  if (alerts.some((words) => /^[a-z]+(_[a-z]+)+( \{|$)/.test(words) || words.includes("undefined"))) return false;
  return alerts.some((words) => words !== "") || elements.some((element) => element.tagName === "h1" && errorTitles.has(wordsOf(element)));
}

/** What a control may get when it is refused. */
const controls = ["input", "select", "textarea", "fieldset"];
const refusedShapes = controls.flatMap((control) => [`${control} aria-invalid`, `${control} aria-describedby`]);

/** A choice that is closed for now, as renewal is while an investment cannot be renewed: what was accepted meanwhile may close one that was open. And what
 * is folded together opens when its form was refused. */
const changedShapes = [...controls.map((control) => `${control} disabled`), "details open"];

/** A page shows pictures that were uploaded meanwhile, from addresses of ours and with nothing else about them. */
const pictureShapes = ["img", "img src", "img alt", "img width", "img height", "img loading", "img class"];
const ownPicture = /^\/(?:[a-z-]+\/)+[0-9a-f-]{36}$/;
const picturesAreOurs = (elements: Element[]): boolean => elements.filter(({ tagName }) => tagName === "img").every((element) => ownPicture.test(attributeOf(element, "src") ?? ""));

/** `ours`: what pages are made of when nobody attacks. `inWords`: whether a person could have caused the refusal, and has to be told. */
export function faultsOf({ status, html, elements, location, headers, ms }: Answer, ours: ReadonlySet<string>, inWords: boolean): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`answered ${status}`);
  if (ms > tooLongMs) faults.push(`took ${Math.round(ms)} ms`);
  if (/(^|\n)hit=/.test(headers["set-cookie"] ?? "")) faults.push("set a cookie of the attacker");
  if (location !== "" && !/^\/(?![/\\])[\x21-\x7e]*$/.test(location)) faults.push(`leads to ${location.slice(0, 80)}`);
  if (/\bat [^<]{0,80}\.(?:js|ts):\d+/.test(html)) faults.push("shows a stack");
  if (html === "") return faults;
  faults.push(...dangersIn(elements, /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1]));
  const strange = [...shapesOf(elements)].filter((shape) => !ours.has(shape) && !refusedShapes.includes(shape) && !changedShapes.includes(shape) && !(pictureShapes.includes(shape) && picturesAreOurs(elements)));
  if (strange.length > 0) faults.push(`has what no page of ours has: ${strange.slice(0, 5).join(", ")}`);
  if (inWords && status >= 400 && status < 500 && !isNamed(elements)) faults.push(`answered ${status} without a word about it`);
  return faults;
}

/** Controls of a refused form that hold exactly what was sent: it came back, as text. */
export function echoesOf(elements: Element[], sent: string): number {
  return elements.filter((element) => (element.tagName === "input" && attributeOf(element, "value") === sent) || (element.tagName === "textarea" && wordsOf(element) === sent.trim())).length;
}

/** Whether the control of this name has its own message. */
export function isInvalid(elements: Element[], name: string): boolean {
  return elements.some((element) => attributeOf(element, "name") === name && attributeOf(element, "aria-invalid") === "true");
}
