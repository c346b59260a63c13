import { expect, test } from "vitest";
import { oneLine } from "@/server/mail/deliver-mail";
import { smtpOptions } from "@/server/mail/smtp-options";

test("takes host, port, encryption and credentials from the address", () => {
  expect(smtpOptions("smtp://me%40x.example:p%2Fw@mail.example:2525")).toMatchObject({
    host: "mail.example",
    port: 2525,
    secure: false,
    auth: { user: "me@x.example", pass: "p/w" },
  });
  expect(smtpOptions("smtps://mail.example")).toMatchObject({ port: 465, secure: true });
  expect(smtpOptions("smtp://mail.example")).toMatchObject({ port: 587, secure: false });
});

test.each(["http://mail.example", "file:///etc/passwd", "mail.example", "", "direct:?sendmail=true"])(
  "refuses %j",
  (url) => expect(smtpOptions(url)).toBeNull(),
);

test("ignores options in the address that would run commands or read files", () => {
  const options = smtpOptions("smtp://mail.example/?sendmail=true&path=/bin/sh&disableFileAccess=false&pool=true");
  expect(options).not.toHaveProperty("sendmail");
  expect(options).not.toHaveProperty("path");
  expect(options).toMatchObject({ disableFileAccess: true, disableUrlAccess: true });
});

test("a header value stays on one line", () => {
  expect(oneLine("Hello\r\nBcc: everyone@x.example\u2028\u0000")).toBe("Hello Bcc: everyone@x.example");
});
