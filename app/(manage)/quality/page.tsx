import { redirect } from "next/navigation";

/** The subjects of quality: accuracy is the first of them. */
export default function QualityPage(): never {
  redirect("/quality/accuracy");
}
