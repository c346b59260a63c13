import { pageLocale } from "@/server/help-page";

type PageProps = { params: Promise<{ locale: string }> };

export default async function HomePage({ params }: PageProps) {
  const locale = await pageLocale(params);
  return <h1>{locale}</h1>;
}
