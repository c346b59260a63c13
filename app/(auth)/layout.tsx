import type { ReactNode } from "react";
import { StaffDocument, staffMetadata, staffViewport } from "@/components/layout/staff-document";
import "../globals.css";

export const metadata = staffMetadata;
export const viewport = staffViewport;

/** Root layout of everything before the console: signing in, setting passwords, setting up. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return <StaffDocument>{children}</StaffDocument>;
}
