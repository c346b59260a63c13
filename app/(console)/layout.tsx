import type { ReactNode } from "react";
import { staffMetadata, staffViewport } from "@/components/layout/staff-document";
import { StaffRoot } from "../staff-root";
import "../globals.css";

export const metadata = staffMetadata;
export const viewport = staffViewport;

/** Root layout of the console: only signed-in staff. */
export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return <StaffRoot>{children}</StaffRoot>;
}
