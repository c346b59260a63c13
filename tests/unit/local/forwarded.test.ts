import { describe, expect, it } from "vitest";
import { forwardedHeaders, trustedProxies } from "@/local/forwarded.mjs";

const ask = (peer: string, headers: Record<string, string>, trusted = "") =>
  forwardedHeaders({ peer, headers: { host: "shop.example", ...headers }, isTrusted: trustedProxies(trusted) });

describe("who asks", () => {
  it("believes the connection and nothing a stranger claims", () => {
    const claims = { "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https", "x-forwarded-host": "evil.example" };
    expect(ask("203.0.113.9", claims)).toEqual({
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-proto": "http",
      "x-forwarded-host": "shop.example",
    });
  });

  it("takes client, scheme and host from a trusted proxy", () => {
    const claims = {
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "help.example",
    };
    expect(ask("10.0.0.1", claims, "10.0.0.0/8")).toEqual({
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "help.example",
    });
  });

  it("skips trusted hops from the right and ignores what the client put on the left", () => {
    const chain = { "x-forwarded-for": "1.2.3.4, 198.51.100.7, 10.0.0.2" };
    expect(ask("::ffff:10.0.0.1", chain, "10.0.0.0/8")["x-forwarded-for"]).toBe("198.51.100.7");
  });

  it("never hands on something that is not an address", () => {
    expect(ask("10.0.0.1", { "x-forwarded-for": "unknown" }, "10.0.0.1")["x-forwarded-for"]).toBe("10.0.0.1");
  });

  it("hands on the proxy's own address when everything in the chain is trusted", () => {
    expect(ask("10.0.0.1", {}, "10.0.0.0/8")["x-forwarded-for"]).toBe("10.0.0.1");
  });

  it("knows IPv6 ranges", () => {
    expect(ask("fd00::5", { "x-forwarded-for": "2001:db8::1" }, "fd00::/8")["x-forwarded-for"]).toBe("2001:db8::1");
  });

  it.each(["10.0.0.0/33", "nonsense", "10.0.0/8", "::1/129", "10.0.0.1/x"])("refuses %s as TRUSTED_PROXIES", (text) => {
    expect(() => trustedProxies(text)).toThrow("TRUSTED_PROXIES");
  });
});
