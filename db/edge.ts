import { neon } from "@neondatabase/serverless";
import { drizzle, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { env } from "@/lib/env";
import { configureNeon } from "./neon";

/** Drizzle over HTTP: single statements only, for edge routes. It knows no tables, so the edge bundle stays small. */
export type EdgeDatabase = NeonHttpDatabase<Record<string, never>>;

let database: EdgeDatabase | undefined;

/** The edge client; every statement is one fetch. */
export function edgeDb(): EdgeDatabase {
  if (!database) {
    configureNeon();
    database = drizzle(neon(env().DATABASE_URL));
  }
  return database;
}
