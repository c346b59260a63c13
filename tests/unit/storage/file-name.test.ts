import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, safeFileName } from "@/server/storage/file-name";

describe("a file name", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\temp\\a.txt", "a.txt"],
    [".htaccess", "htaccess"],
    ["inv\u202Egpj.exe", "invgpj.exe"],
    ["", "file"],
    ['a"b\r\nSet-Cookie: x.png', "abSet-Cookie x.png"],
    ["发票 2026.pdf", "发票 2026.pdf"],
  ])("%j becomes %j", (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it("never breaks out of its header, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const header = contentDisposition("attachment", name);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~!$&+^`|%-]*$/);
        expect(header.split('"')).toHaveLength(3);
        expect(() => new Headers({ "content-disposition": header })).not.toThrow();
      }),
    );
  });
});
