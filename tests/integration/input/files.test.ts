import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { acceptFile } from "@/server/storage/accept-file";
import { installInboxes } from "../../support/actors";
import { corporaPresent, corpusFiles, corpusPath, NEEDS_CORPORA } from "../../support/corpora";
import { ownDatabase } from "../../support/database";
import { callRoute } from "../../support/routes/call-route";
import { callApi } from "../../support/routes/documented-call";
import { fileForm } from "../../support/routes/scenes";
import { conversationOf, openScript, type Script } from "../../support/routes/script";

ownDatabase();

let script: Script;
let id: string;
const bombs = mkdtempSync(join(tmpdir(), "zhida-bombs-"));

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
  script = await openScript();
  id = await conversationOf(script);
  if (corporaPresent) execFileSync(process.execPath, [corpusPath("bombs/make-bombs.mjs"), bombs]);
}, 120_000);
afterAll(() => rmSync(bombs, { recursive: true, force: true }));

const upload = (body: FormData | string, headers: Record<string, string> = {}) =>
  callApi("POST /conversations/{id}/attachments", { params: { id }, body, headers: { ...script.headers, ...headers } });

async function outcomeOf(response: Response): Promise<[number, string]> {
  const { code, type } = (await response.json()) as { code?: string; type: string };
  return [response.status, code ?? type];
}

const bytesOf = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const stored = async () => (await db().query.attachments.findMany()).length;

describe("a file that is not what it says", () => {
  const lies: [string, Uint8Array][] = [
    ["photo.png", bytesOf("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["note.txt", bytesOf("<!DOCTYPE html><script>alert(1)</script>")],
    ["note.txt", bytesOf("  \n\t<?xml version='1.0'?><html/>")],
    ["note.txt", bytesOf("%!PS-Adobe-3.0")],
    ["doc.pdf", bytesOf("MZ", [0x90, 0, 3, 0, 0, 0], "This program cannot be run in DOS mode")],
    ["doc.pdf", bytesOf([0x7f], "ELF", [2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ["a.jpg", bytesOf([0xff, 0xd8, 0xff, 0xe0], "not a picture at all")],
    ["a.gif", bytesOf("#!/bin/sh\nrm -rf /\n", [0, 1])],
    ["a.txt", bytesOf([0xfe, 0xff, 0x00, 0x3c])],
    ["empty.png", new Uint8Array()],
  ];

  it.each(lies)("%s (%#) is refused with 415 in words, and not stored", async (name, bytes) => {
    const before = await stored();
    expect(await outcomeOf(await upload(fileForm(name, bytes as BlobPart)))).toEqual([415, "file_type_refused"]);
    expect(await stored()).toBe(before);
  });

  it("is never run by a browser: what is not a photograph is downloaded, under a name that cannot break out", async () => {
    const names = [
      'a"\r\nX-Evil: 1.txt',
      "../../../etc/passwd",
      "invoice\u202egpj.exe",
      "C:\\boot.ini",
      "...",
      "💥.txt",
    ];
    for (const name of names) {
      const made = (await (await upload(fileForm(name, "plain words"))).json()) as { id: string; name: string };
      expect(made.name).not.toMatch(/[/\\\r\n"\u202e]|^\./);
      const file = await callRoute("GET /api/v1/attachments/{id}", {
        params: { id: made.id },
        headers: script.headers,
      });
      expect(file.headers.get("content-disposition")).toMatch(
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\x21-\x7e]*$/,
      );
      expect(file.headers.get("x-content-type-options")).toBe("nosniff");
      expect(file.headers.get("content-security-policy")).toContain("sandbox");
      expect(await file.text()).toBe("plain words");
    }
  });
});

describe("an upload", () => {
  it("that is no form, no file or too large is refused by name", async () => {
    const form = new FormData();
    form.set("file", "only text");
    expect(await outcomeOf(await upload(form))).toEqual([400, "file_missing"]);
    expect(await outcomeOf(await upload(new FormData()))).toEqual([400, "file_missing"]);
    const broken = { "content-type": "multipart/form-data; boundary=x" };
    for (const body of ["", "--x", "--x\r\nContent-Disposition: form-data", "\u0000"]) {
      expect(await outcomeOf(await upload(body, broken))).toEqual([400, "file_missing"]);
    }
    const asJson = await upload("{}", { "content-type": "application/json", "accept-language": "en" });
    expect((await asJson.clone().json()).title).toContain("multipart/form-data");
    expect(await outcomeOf(asJson)).toEqual([415, "unsupported_content_type"]);
    const large = fileForm("big.txt", "x".repeat(11 * 1024 * 1024));
    expect(await outcomeOf(await upload(large))).toEqual([413, "body_too_large"]);
  });

  it("floods are stopped: so many files may wait for their message, no more", async () => {
    const other = await conversationOf(script);
    const send = () =>
      callApi("POST /conversations/{id}/attachments", {
        params: { id: other },
        body: fileForm(),
        headers: script.headers,
      });
    for (let file = 0; file < 20; file += 1) expect((await send()).status).toBe(201);
    expect(await outcomeOf(await send())).toEqual([409, "too_many_unsent_files"]);
  });
});

describe.skipIf(!corporaPresent)(`hostile files${NEEDS_CORPORA}`, () => {
  it("that expand, nest, loop or lie cost at most two seconds and 150 MB each, and are judged, never unpacked", async () => {
    const files = readdirSync(bombs);
    expect(files.length).toBeGreaterThan(10);
    for (const name of files) {
      const bytes = new Uint8Array(readFileSync(join(bombs, name)));
      const [memory, work] = [process.memoryUsage().rss, process.cpuUsage()];
      const verdict = await acceptFile(bytes).then(
        ({ type }) => type,
        ({ code }: { code: string }) => code,
      );
      const seconds = process.cpuUsage(work).user / 1e6;
      const megabytes = (process.memoryUsage().rss - memory) / 2 ** 20;
      expect([name, seconds < 2, megabytes < 150]).toEqual([name, true, true]);
      const judged = /\.(?:svg|png)$/.test(name)
        ? ["file_type_refused"]
        : [expect.stringContaining("/"), "file_type_refused", "file_too_large"];
      expect([name, verdict]).toEqual([name, expect.toBeOneOf(judged)]);
    }
  });

  it("among PDFs pass as they are or are refused; none is opened", async () => {
    for (const name of corpusFiles("pdf").filter((file) => file.endsWith(".pdf"))) {
      const bytes = new Uint8Array(readFileSync(corpusPath(`pdf/${name}`)));
      const file = await acceptFile(bytes).catch(() => null);
      if (file) expect([name, file.type, Buffer.compare(file.bytes, bytes)]).toEqual([name, "application/pdf", 0]);
    }
  });

  it("among pictures made of markup are refused", async () => {
    for (const name of corpusFiles("payloads/svg")) {
      const bytes = new Uint8Array(readFileSync(corpusPath(`payloads/svg/${name}`)));
      await expect(acceptFile(bytes)).rejects.toMatchObject({ code: "file_type_refused" });
    }
  });
});
