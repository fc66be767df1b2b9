/** What members write to staff, and what staff answer. */
import { createHash, randomUUID } from "node:crypto";

import { staffMessageWrite, staffThreadAcknowledge, staffThreadClose, staffThreadRead } from "../../app/db/messaging-staff.server";
import { staffAnnouncementPublish, staffAnnouncementSave, type AnnouncementTexts, type Audience } from "../../app/db/announcement.server";
import { memberMessageWrite, memberThreadOpen, type Attachment } from "../../app/db/messaging.server";
import { fileStore } from "../../app/files/file-store.server";
import { proofOfPayment } from "./proof";
import { idOf, tokenOf, type World } from "./world";

type Letter = { who: string; subject: string; body: string; grievance?: boolean; receipt?: string };

async function keepReceipt(transaction: string): Promise<Attachment> {
  const bytes = proofOfPayment({ amount: "250.00 USD", to: "Northwind Bank", reference: "", transaction });
  const id = randomUUID();
  await fileStore().put(id, bytes);
  return { id, name: "receipt.pdf", mime: "application/pdf", bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Opens a conversation; later letters name it by its subject. */
export async function ask(world: World, { who, subject, body, grievance = false, receipt }: Letter): Promise<void> {
  const file = receipt === undefined ? null : await keepReceipt(receipt);
  const { thread } = await memberThreadOpen(tokenOf(world, who), { grievance, subject, body, file, key: randomUUID() });
  world.ids.set(`letter ${subject}`, thread);
}

export async function write(world: World, who: string, subject: string, body: string): Promise<void> {
  await memberMessageWrite(tokenOf(world, who), { thread: idOf(world, `letter ${subject}`), body, file: null, key: randomUUID() });
}

/** Reads what there is and answers it. */
export async function answer(world: World, subject: string, body: string): Promise<void> {
  const [token, thread] = [tokenOf(world, "operations"), idOf(world, `letter ${subject}`)];
  const { no } = await staffMessageWrite(token, { thread, body, file: null, key: randomUUID() });
  await staffThreadRead(token, thread, no);
}

/** Reads its first message and acknowledges it. */
export async function acknowledge(world: World, subject: string): Promise<void> {
  const [token, thread] = [tokenOf(world, "operations"), idOf(world, `letter ${subject}`)];
  await staffThreadRead(token, thread, 1);
  await staffThreadAcknowledge(token, thread);
}

export async function resolve(world: World, subject: string, how: string): Promise<void> {
  await staffThreadClose(tokenOf(world, "operations"), idOf(world, `letter ${subject}`), how, randomUUID());
}

type News = { audience: Audience; draft?: boolean; texts: Partial<AnnouncementTexts> & Pick<AnnouncementTexts, "title_en" | "body_en"> };

/** Tells members something on their first page, or keeps it as a draft. */
export async function announce(world: World, { audience, draft = false, texts }: News): Promise<void> {
  const token = tokenOf(world, "operations");
  const { announcement, version } = await staffAnnouncementSave(token, { announcement: null, audience, from: null, until: null, texts: { title_es: null, body_es: null, title_hi: null, body_hi: null, ...texts }, key: randomUUID() });
  if (!draft) await staffAnnouncementPublish(token, announcement, version, false);
}
