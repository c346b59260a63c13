import { describe, expect, it } from "vitest";
import { clientAddressOf } from "@/server/auth/client-address";

const of = (forwarded?: string) => clientAddressOf(new Headers(forwarded ? { "x-forwarded-for": forwarded } : {}));

describe("the address of a client", () => {
  it("is the first one that the front door names; none is nobody's", () => {
    expect(of("203.0.113.9, 10.0.0.1")).toBe("203.0.113.9");
    expect([of(), of(" ")]).toEqual([null, null]);
  });

  it("of IPv6 stands for its network, however it is written", () => {
    for (const address of ["2001:db8::1", "2001:0DB8:0:0:1::", "2001:db8:0:0:ffff:ffff:ffff:ffff"])
      expect(of(address)).toBe("2001:db8:0:0::/64");
    expect(of("2001:db8:0:1::1")).not.toBe(of("2001:db8::1"));
    expect(of("::1")).toBe("0:0:0:0::/64");
    expect(of("::ffff:203.0.113.9")).toBe("203.0.113.9");
  });
});
