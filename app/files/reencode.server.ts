/**
 * Pictures are drawn again: what comes out holds pixels and nothing else, neither places and names from the camera nor whatever was
 * hidden behind or between them. A picture that claims more pixels than a document needs is refused before it is unpacked.
 */
import sharp from "sharp";

import type { ProofType } from "./content-type.server";

/** 50 megapixels: more than a telephone's camera takes, and small enough to unpack. */
const mostPixels = 50_000_000;
/** Long enough to read the smallest print of a scanned page. */
const longestSide = 3000;
const patienceSeconds = 15;

// Unpacked pictures are large and one request should not take every core.
sharp.cache(false);
sharp.concurrency(1);

/** Two at a time: a crowd of large pictures waits instead of filling the memory. */
const atOnce = 2;
let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  working += 1;
  try {
    return await work();
  } finally {
    working -= 1;
    waiting.shift()?.();
  }
}

export type Drawn = { bytes: Uint8Array } | { fault: "file_pixels" | "file_damaged" };

export function drawAgain(bytes: Uint8Array, type: Exclude<ProofType, "application/pdf">): Promise<Drawn> {
  return inTurn(async () => {
    try {
      const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true, animated: false });
      const { format, width, height } = await picture.metadata();
      if (format !== (type === "image/png" ? "png" : "jpeg")) return { fault: "file_damaged" };
      if (width * height > mostPixels) return { fault: "file_pixels" };
      const upright = picture.rotate().resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true }).timeout({ seconds: patienceSeconds });
      const drawn = type === "image/png" ? upright.png({ compressionLevel: 9 }) : upright.jpeg({ quality: 88 });
      return { bytes: new Uint8Array(await drawn.toBuffer()) };
    } catch (error) {
      return { fault: error instanceof Error && /pixel limit/i.test(error.message) ? "file_pixels" : "file_damaged" };
    }
  });
}

/** A photo's side; smaller pictures stay as they are. */
const photoSide = 512;

/** The middle of a picture as a JPEG of this shape (width to height), at most so wide; null when it cannot be drawn. */
function drawMiddle(bytes: Uint8Array, widest: number, shape: number): Promise<Uint8Array | null> {
  return inTurn(async () => {
    try {
      const upright = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", animated: false }).rotate().timeout({ seconds: patienceSeconds }).toBuffer({ resolveWithObject: true });
      const width = Math.max(1, Math.min(widest, upright.info.width, Math.floor(upright.info.height * shape)));
      const height = Math.max(1, Math.round(width / shape));
      return new Uint8Array(await sharp(upright.data).resize({ width, height, fit: "cover" }).flatten({ background: "#ffffff" }).jpeg({ quality: 86 }).toBuffer());
    } catch {
      return null;
    }
  });
}

/** As a square, for the photo of a person. */
export const drawSquare = (bytes: Uint8Array): Promise<Uint8Array | null> => drawMiddle(bytes, photoSide, 1);

/** Wide enough for a card on a large screen. */
const pictureWidth = 960;

/** As four to three, for the picture of a vehicle. */
export const drawWide = (bytes: Uint8Array): Promise<Uint8Array | null> => drawMiddle(bytes, pictureWidth, 4 / 3);
