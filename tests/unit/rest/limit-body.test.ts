import { describe, expect, test } from "vitest";
import { limitBody } from "@/server/rest/limit-body";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/x", { method: "POST", body, headers, duplex: "half" } as RequestInit);

/** A body whose size no header tells. */
function streamed(chunks: number, bytes: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > chunks) controller.close();
      else controller.enqueue(new Uint8Array(bytes));
    },
  });
}

describe("a body with a limit", () => {
  test("passes on unchanged up to the limit, headers included", async () => {
    const limited = await limitBody(post("0123456789", { "content-type": "text/plain", "x-request-id": "req_1" }), 10);
    expect(await limited.text()).toBe("0123456789");
    expect(limited.headers.get("x-request-id")).toBe("req_1");
  });

  test("one byte more is refused, declared or not", async () => {
    await expect(limitBody(post("0123456789a"), 10)).rejects.toMatchObject({ code: "body_too_large" });
    await expect(limitBody(post("x", { "content-length": "11" }), 10)).rejects.toMatchObject({ kind: "too_large" });
    await expect(limitBody(post(streamed(1_000_000, 1024)), 4096)).rejects.toMatchObject({ kind: "too_large" });
    expect((await (await limitBody(post(streamed(4, 1024)), 4096)).arrayBuffer()).byteLength).toBe(4096);
  });

  test("a request without a body is left alone", async () => {
    const request = new Request("http://localhost/x");
    expect(await limitBody(request, 0)).toBe(request);
  });
});
