import type { ReactNode } from "react";
import { StaffDocument, staffMetadata, staffViewport } from "@/components/layout/staff-document";
import { StaffQueryProvider } from "@/components/layout/trpc-provider";
import { staffSession } from "@/server/staff-session";
import "../globals.css";

export const metadata = staffMetadata;
export const viewport = staffViewport;

/** Root layout of the console: only signed-in staff. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  await staffSession();
  return (
    <StaffDocument>
      <StaffQueryProvider>{children}</StaffQueryProvider>
    </StaffDocument>
  );
}
