import { hash } from "@node-rs/argon2";
import { encryptField, hashField, newToken } from "@/lib/crypto";
import { ARGON2_PARAMETERS } from "@/lib/password-parameters";

/** A staff row's secret columns, and the password behind them: the given one, or a random one of this installation. */
export async function sealStaff(email: string, given?: string) {
  const password =
    given ??
    newToken()
      .replaceAll(/[^A-Za-z0-9]/g, "")
      .slice(0, 16);
  const columns = {
    emailEncrypted: await encryptField(email, "staff.email"),
    emailHash: await hashField(email),
    passwordHash: await hash(password, ARGON2_PARAMETERS),
  };
  return { password, columns };
}
