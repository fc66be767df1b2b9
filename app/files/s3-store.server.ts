/** Files in a bucket, for many web servers and workers that share no disk. Any server that speaks S3 will do. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

import { fileIdShape } from "./file-id";
import type { FileStore } from "./file-store.server";

/**
 * `s3://bucket[/prefix][?region=…&endpoint=https://…&path_style=1]`; credentials come the usual ways of AWS (environment, profile, role of
 * the machine), never from the address. `endpoint` and `path_style` are for servers that are not Amazon's.
 */
export function s3Store(address: string): FileStore {
  const url = new URL(address);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  const endpoint = url.searchParams.get("endpoint");
  const client = new S3Client({
    region: url.searchParams.get("region") ?? process.env.AWS_REGION ?? "us-east-1",
    forcePathStyle: url.searchParams.get("path_style") === "1",
    // Servers other than Amazon's stumble over checksums they did not ask for.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint === null ? {} : { endpoint }),
  });
  const placeOf = (id: string) => {
    if (!fileIdShape.test(id)) throw new Error("a file id is a lower-case uuid");
    return { Bucket: url.hostname, Key: prefix === "" ? id : `${prefix}/${id}` };
  };
  return {
    async put(id, bytes) {
      await client.send(new PutObjectCommand({ ...placeOf(id), Body: bytes, ContentType: "application/octet-stream", ContentDisposition: "attachment", IfNoneMatch: "*" }));
    },
    async putFile(id, file) {
      const { size } = await stat(file);
      await client.send(new PutObjectCommand({ ...placeOf(id), Body: createReadStream(file), ContentLength: size, ContentType: "application/octet-stream", ContentDisposition: "attachment", IfNoneMatch: "*" }));
    },
    async stream(id) {
      try {
        const { Body, ContentLength } = await client.send(new GetObjectCommand(placeOf(id)));
        return Body === undefined || ContentLength === undefined ? null : { bytes: ContentLength, body: Body.transformToWebStream() as ReadableStream<Uint8Array> };
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async get(id) {
      try {
        const { Body } = await client.send(new GetObjectCommand(placeOf(id)));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(id) {
      await client.send(new DeleteObjectCommand(placeOf(id)));
    },
  };
}
