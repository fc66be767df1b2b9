/** Somebody who sends more than a session may: after some ninety posts the same person comes again, from elsewhere. */
import { demoEmail, membersSignedIn, sessionOf } from "./sessions";
import type { PageEntry } from "./pages";
import { Visitor, type SavedSession } from "./visitor";

/** A session and an address may send a hundred a minute. */
const postsOfOne = 90;
const aMinute = 61_000;

export class Sender {
  private visitor: Visitor | undefined;
  private posts = 0;
  /** The session as it was signed in with, without what forms have made of it. */
  private signedIn: SavedSession | undefined;

  constructor(
    private readonly who: Pick<PageEntry, "as" | "before">,
    private readonly limited: boolean,
  ) {}

  /** Somebody new brings what is done before the page. */
  get isPrepared(): boolean {
    return this.who.before !== undefined;
  }

  /** The visitor, who may have come again. */
  async get(): Promise<Visitor> {
    if (this.visitor && (!this.limited || this.posts < postsOfOne)) return this.visitor;
    return this.again();
  }

  async forPost(): Promise<Visitor> {
    const visitor = await this.get();
    this.posts += 1;
    return visitor;
  }

  /** A new session: the old one was used up, or a form has ended it. */
  async again(): Promise<Visitor> {
    await this.visitor?.leave();
    this.posts = 0;
    this.visitor = await this.arrive();
    return this.visitor;
  }

  /** The same session as it was before a form changed it; whoever has none brings what is done before the page once more. */
  async back(): Promise<void> {
    if (this.signedIn === undefined) {
      await this.again();
      return;
    }
    await this.visitor?.leave();
    this.visitor = await Visitor.arrive(this.signedIn);
  }

  async leave(): Promise<void> {
    await this.visitor?.leave();
    this.visitor = undefined;
  }

  private async arrive(): Promise<Visitor> {
    const { as, before } = this.who;
    if (as && this.signedIn === undefined) {
      this.signedIn = sessionOf(as);
      return Visitor.arrive(this.signedIn);
    }
    const visitor = await Visitor.arrive();
    if (as) {
      await this.patiently(() => this.signIn(visitor, as));
      this.signedIn = await visitor.session();
    }
    if (before) await this.patiently(async () => before(visitor));
    return visitor;
  }

  private signIn(visitor: Visitor, as: NonNullable<PageEntry["as"]>): Promise<unknown> {
    return membersSignedIn.some((member) => member === as) ? visitor.signIn(demoEmail(as)) : visitor.signInAsStaff(demoEmail(as));
  }

  /** A fast machine uses sessions up faster than one address of mail may ask for codes: five a minute, and others may ask for them too. */
  private async patiently(signIn: () => Promise<unknown>, tries = 3): Promise<void> {
    try {
      await signIn();
    } catch (error) {
      if (tries === 0 || !(error instanceof Error && error.message.includes("answered 429"))) throw error;
      await new Promise((resolve) => setTimeout(resolve, aMinute));
      await this.patiently(signIn, tries - 1);
    }
  }
}
