import { notFound } from "next/navigation";

/** Every address under settings that is no page. */
export default function MissingSettings() {
  notFound();
}
