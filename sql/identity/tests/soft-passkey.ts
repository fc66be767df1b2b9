/** A passkey in software, written apart from the application and its library: WebAuthn level 2, ES256, no attestation. */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";

const sha256 = (data: Buffer | string): Buffer => createHash("sha256").update(data).digest();

/** CBOR, as much of it as is needed: small numbers, byte strings, texts and maps. */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
type Value = number | string | Buffer | Map<number | string, Value>;
function cbor(value: Value): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
}

const present = 1;
const verified = 4;
const attested = 64;

type Site = {
  origin: string;
  /** the relying party */
  rp: string;
  /** the person was asked for a PIN or a finger */
  asked: boolean;
};

export class SoftPasskey {
  readonly id = randomBytes(32);
  /** Signatures made; zero for ever where it keeps no count. */
  count = 0;
  private readonly key: KeyObject;
  private readonly cose: Buffer;

  constructor(private readonly counts = true) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.key = privateKey;
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    this.cose = cbor(new Map<number, Value>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, "base64url")], [-3, Buffer.from(y, "base64url")]]));
  }

  private data({ rp, asked }: Site, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.count);
    return Buffer.concat([sha256(rp), Buffer.from([flags | present | (asked ? verified : 0)]), counter]);
  }

  private answer(site: Partial<Site>): { site: Site; client: (type: string, words: string) => Buffer; common: Record<string, unknown> } {
    const whole = { origin: "http://localhost:3000", rp: "localhost", asked: true, ...site };
    if (this.counts) this.count += 1;
    return {
      site: whole,
      client: (type, words) => Buffer.from(JSON.stringify({ type, challenge: words, origin: whole.origin, crossOrigin: false })),
      common: { id: this.id.toString("base64url"), rawId: this.id.toString("base64url"), type: "public-key", clientExtensionResults: {} },
    };
  }

  /** What a browser posts when it has made this passkey for these words. */
  made(words: string, where: Partial<Site> = {}): string {
    const { site, client, common } = this.answer(where);
    const length = Buffer.from([this.id.length >> 8, this.id.length & 255]);
    const data = Buffer.concat([this.data(site, attested), Buffer.alloc(16), length, this.id, this.cose]);
    const attestationObject = cbor(new Map<string, Value>([["fmt", "none"], ["attStmt", new Map()], ["authData", data]]));
    return JSON.stringify({ ...common, response: { clientDataJSON: client("webauthn.create", words).toString("base64url"), attestationObject: attestationObject.toString("base64url"), transports: ["usb"] } });
  }

  /** What a browser posts when this passkey has signed these words. */
  signed(words: string, where: Partial<Site> = {}): string {
    const { site, client, common } = this.answer(where);
    const data = this.data(site, 0);
    const clientData = client("webauthn.get", words);
    const signature = createSign("sha256").update(Buffer.concat([data, sha256(clientData)])).sign(this.key);
    return JSON.stringify({ ...common, response: { clientDataJSON: clientData.toString("base64url"), authenticatorData: data.toString("base64url"), signature: signature.toString("base64url") } });
  }
}
