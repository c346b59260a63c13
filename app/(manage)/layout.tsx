import type { ReactNode } from "react";
import { staffMetadata, staffViewport } from "@/components/layout/staff-document";
import { StaffRoot } from "../staff-root";
import "../globals.css";

export const metadata = staffMetadata;
export const viewport = staffViewport;

/** Root layout of management: only signed-in staff; each page asks for its own permission. */
export default function ManageLayout({ children }: { children: ReactNode }) {
  return <StaffRoot>{children}</StaffRoot>;
}
