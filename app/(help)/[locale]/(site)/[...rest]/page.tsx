import { notFound } from "next/navigation";

/** Every public address that is no page: the 404 inside the site. */
export default function MissingPage() {
  notFound();
}
