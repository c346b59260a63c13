import { describe, expect, it } from "vitest";
import { OPERATIONS } from "@/server/rest/operations";
import { otherMethods, refuseWrongMethod } from "@/server/rest/wrong-method";

const at = (path: string) => `/api/v1${path.replaceAll(/\{\w+\}/g, "some-id")}`;

describe("a method that an address does not have", () => {
  it("is never what a call of the API is made by", () => {
    for (const { method, path } of OPERATIONS)
      expect(otherMethods({ method: method.toUpperCase(), pathname: at(path) })).toBeNull();
  });

  it.each([
    ["PUT", "/sessions", "POST, OPTIONS"],
    ["DELETE", "/conversations", "POST, GET, HEAD, OPTIONS"],
    ["GET", "/conversations/{id}/answer", "POST, OPTIONS"],
    ["POST", "/tickets/{token}", "GET, HEAD, OPTIONS"],
  ])("%s %s is refused as a problem that names the others", async (method, path, allow) => {
    const request = new Request(`http://localhost${at(path)}`, { method, headers: { "accept-language": "en" } });
    const response = refuseWrongMethod(request, at(path), "req_1");
    expect([response?.status, response?.headers.get("allow")]).toEqual([405, allow]);
    expect(await response?.json()).toMatchObject({ status: 405, code: "method_not_allowed", requestId: "req_1" });
  });

  it.each([
    ["HEAD", "/api/v1/availability"],
    ["OPTIONS", "/api/v1/sessions"],
    ["DELETE", "/api/v1/no/such/call"],
    ["POST", "/en/chat"],
  ])("says nothing to %s %s, which others answer", (method, pathname) => {
    expect(otherMethods({ method, pathname })).toBeNull();
  });
});
