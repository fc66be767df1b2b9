/** Sends hostile strings through every form of a page, and judges each answer. */
import { randomUUID } from "node:crypto";

import type { APIResponse } from "@playwright/test";

import { corpus, drawing, hitting, wholeCorpus } from "./corpus";
import { shapesOf } from "./document";
import { encoded, hostileBodies, urlencoded } from "./hostile-bodies";
import { echoesOf, faultsOf, isInvalid, read, type Answer } from "./judge";
import { formsOf, goodFile, nameOf, pressed, type FormValues, type PageForm } from "./page-forms";
import type { Sender } from "./sender";
import type { Visitor } from "./visitor";

type Counts = { forms: number; fields: number; posts: number; gets: number; refused: number; accepted: number; echoed: number; "5xx": number; faults: number };

/** A form on its page, and who sends it. */
type Target = { page: string; sender: Sender; form: PageForm };

/** How many of each a form gets when not all are sent. */
const few = { whole: 2, unreadable: 1, bodies: 1 };

/** Whether the session has ended, or staff have to take the second step again. */
const isOut = ({ status, location }: Answer) => status === 302 && /^\/login\b.*(why=signed_out|[?&]next=)/.test(location);

export class Attack {
  private readonly counts: Counts = { forms: 0, fields: 0, posts: 0, gets: 0, refused: 0, accepted: 0, echoed: 0, "5xx": 0, faults: 0 };
  readonly faults: string[] = [];
  /** Forms that show again what was typed, to be looked at in a browser too. */
  readonly echoing: (Target & { names: string[] })[] = [];
  /** What pages are made of when nobody attacks: learnt from clean pages, and from forms sent empty or with plain words. */
  private readonly ours = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly sent = new Set<string>();
  private readonly readable = drawing(corpus.readable, 1);
  private readonly hitting = drawing(hitting, 5);
  private readonly unreadable = drawing(corpus.unreadable, 2);
  private bodyAt = 0;

  learn(answer: Answer): void {
    for (const shape of shapesOf(answer.elements)) this.ours.add(shape);
  }

  judge(answer: Answer, what: string, inWords = true): void {
    const found = faultsOf(answer, this.ours, inWords).map((fault) => `${what}: ${fault}`);
    this.faults.push(...found);
    this.counts.faults += found.length;
    if (answer.status >= 500) this.counts["5xx"] += 1;
  }

  async open(page: string, sender: Sender): Promise<Answer> {
    const answer = await this.get(page, sender);
    if (!isOut(answer)) return answer;
    await sender.again();
    return this.get(page, sender);
  }

  private async get(page: string, sender: Sender): Promise<Answer> {
    this.counts.gets += 1;
    const visitor = await sender.get();
    // A connection that was left alone for a minute may end just then; a browser asks again too.
    return read(visitor.get(page).catch((error: Error) => (error.message.includes("ECONNRESET") ? visitor.get(page) : Promise.reject(error))));
  }

  /** Forms of a clean page that have not been attacked on another one. */
  newForms(html: string, page: string): PageForm[] {
    return formsOf(html, page).filter((form) => {
      const name = nameOf(form);
      if (this.seen.has(name) || (form.fields.length === 0 && form.buttons.every((button) => button.name === ""))) return false;
      this.seen.add(name);
      return true;
    });
  }

  async run(target: Target): Promise<void> {
    const texts = target.form.fields.filter(({ kind }) => kind === "text").map(({ name }) => name);
    const others = [...new Set([...target.form.fields.filter(({ kind }) => kind !== "text" && kind !== "file").map(({ name }) => name), ...target.form.buttons.map(({ name }) => name)])].filter((name) => name !== "");
    this.counts.forms += 1;
    this.counts.fields += texts.length + others.length;
    if (texts.length > 0) {
      this.learn(await this.give(target, Object.fromEntries(texts.map((name) => [name, ""]))));
      this.learn(await this.give(target, {}));
      for (const text of wholeCorpus ? corpus.readable : Array.from({ length: few.whole }, this.readable)) await this.attack(target, texts, text);
      for (const text of wholeCorpus ? corpus.unreadable : Array.from({ length: few.unreadable }, this.unreadable)) await this.refused(target, texts, text);
      for (const name of texts) for (let most = wholeCorpus ? 10 : 1; most > 0; most -= 1) await this.attack(target, [name], this.readable());
    }
    for (const name of others) for (let most = wholeCorpus ? 20 : 1; most > 0; most -= 1) await this.attack(target, [name], most % 4 === 3 ? this.unreadable() : this.readable());
    if (target.form.method === "post") await this.bodies(target);
    // Last, so that it is what stands there when pages with what was kept are looked at.
    if (texts.length > 0) for (const text of wholeCorpus ? hitting : [this.hitting()]) await this.attack(target, texts, text);
  }

  /** The same form left open in two windows: what the first one has done, the second is told, though the page may not have the form any more. */
  async twice(target: Target): Promise<void> {
    const values = pressed(target.form);
    const windows = [values, { ...values, ...(values.key === undefined ? {} : { key: randomUUID() }) }];
    const looks: Answer[] = [];
    for (const sent of windows) looks.push(await this.send(target, sent));
    for (const [at, look] of looks.entries()) {
      const what = `${nameOf(target.form)} in window ${at + 1} of two`;
      this.judge(look, what);
      if (look.status === 200 && values.key !== undefined) await this.confirm(target, look, windows[at]?.key ?? "", what);
    }
  }

  total(): Counts & { strings: number } {
    return { ...this.counts, strings: this.sent.size };
  }

  private async attack(target: Target, names: string[], text: string): Promise<Answer> {
    const answer = await this.give(target, Object.fromEntries(names.map((name) => [name, text])));
    this.sent.add(text);
    const echoes = echoesOf(answer.elements, text);
    this.counts.echoed += echoes;
    if (echoes > 0 && target.form.method === "post" && !this.echoing.some(({ form }) => nameOf(form) === nameOf(target.form))) this.echoing.push({ ...target, names });
    const what = `${nameOf(target.form)} with ${JSON.stringify(text.slice(0, 60))} in ${names.join(", ")}`;
    this.judge(answer, what, target.form.fields.some(({ name, kind }) => kind === "text" && names.includes(name)));
    if (answer.status === 200 && target.form.method === "post") await this.confirm(target, answer, text, what);
    if (answer.status === 302) await this.follow(target, answer, what);
    return answer;
  }

  /** Nothing of it can be kept, and each field says so. */
  private async refused(target: Target, names: string[], text: string): Promise<void> {
    const answer = await this.attack(target, names, text);
    if (target.form.method === "get" || ![200, 422].includes(answer.status)) return;
    const silent = names.filter((name) => answer.elements.some(({ attrs }) => attrs.some((one) => one.name === "name" && one.value === name)) && !isInvalid(answer.elements, name));
    if (answer.status === 200 || silent.length > 0) this.faults.push(`${nameOf(target.form)} answers ${answer.status} to ${JSON.stringify(text.slice(0, 20))} and says nothing at ${silent.join(", ") || "all"}`);
  }

  /** A page that shows what was typed and asks whether it is right: yes, it is. */
  private async confirm(target: Target, answer: Answer, text: string, what: string): Promise<void> {
    const next = formsOf(answer.html, target.page).find(({ method, fields }) => method === "post" && fields.some(({ kind, value }) => kind === "hidden" && value.trim() === text.trim()));
    if (!next) return;
    const onward = { ...next, buttons: next.buttons.filter(({ value }) => !/^(edit|change|back)$/.test(value)) };
    const confirmed = await this.send({ ...target, form: next }, pressed(onward));
    this.judge(confirmed, `${what}, confirmed`);
    if (confirmed.status === 302) await this.follow(target, confirmed, `${what}, confirmed`);
  }

  private async follow(target: Target, { location }: Answer, what: string): Promise<void> {
    if (!location.startsWith("/")) return;
    this.judge(await this.open(location, target.sender), `${what}, then ${location.slice(0, 80)}`);
  }

  private async bodies(target: Target): Promise<void> {
    const all = hostileBodies(target.form);
    const some = wholeCorpus ? all : Array.from({ length: few.bodies }, () => all[this.bodyAt++ % all.length]);
    for (const one of some) {
      if (!one) continue;
      const answer = await this.posted(target.sender, (visitor) => visitor.raw(target.form.path, one.body, one.type));
      this.judge(answer, `${nameOf(target.form)} with a body of ${one.what}`, false);
    }
  }

  /** The form with good values and these, the first button pressed. Its page is opened anew first when the last answer led away. */
  private async give(target: Target, values: FormValues): Promise<Answer> {
    const answer = await this.send(target, { ...pressed(target.form), ...values });
    if (answer.status >= 300) this.counts[answer.status < 400 ? "accepted" : "refused"] += 1;
    if (answer.status === 302) await this.renew(target);
    return answer;
  }

  /** What the page carries unseen is spent once a command was taken. */
  private async renew(target: Target): Promise<void> {
    let page = await this.open(target.page, target.sender);
    // Where the thing itself is gone, whoever asks again is told the same; a session that looks at a member's pages is left.
    if (page.status === 403 || (page.status >= 300 && target.sender.isPrepared)) {
      await target.sender.back();
      page = await this.open(target.page, target.sender);
    }
    const name = nameOf(target.form);
    target.form = formsOf(page.html, target.page).find((form) => nameOf(form) === name) ?? target.form;
  }

  private send({ sender, form }: Target, values: FormValues): Promise<Answer> {
    if (form.method === "get") {
      this.counts.gets += 1;
      return sender.get().then((visitor) => read(visitor.get(`${form.path.replace(/\?.*/, "")}?${encoded(Object.entries(values))}`)));
    }
    const file = form.fields.find(({ kind }) => kind === "file");
    return this.posted(sender, (visitor) => (form.multipart ? visitor.send(form.path, { ...values, ...(file ? { [file.name]: goodFile } : {}) }) : visitor.raw(form.path, encoded(Object.entries(values)), urlencoded)));
  }

  private async posted(sender: Sender, post: (visitor: Visitor) => Promise<APIResponse>): Promise<Answer> {
    this.counts.posts += 1;
    const answer = await read(post(await sender.forPost()));
    if (!isOut(answer)) return answer;
    await sender.again();
    return read(post(await sender.forPost()));
  }
}
