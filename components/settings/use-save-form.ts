"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useSave } from "./use-save";

/**
 * A form of settings: `write` sends what its fields hold; once that is stored, the page is read anew. What `write` throws
 * is said in the save bar, and the form stays as it is. Spread `form` into the form, give `save` and `dirty` to the bar.
 */
export function useSaveForm(write: (fields: FormData) => Promise<unknown>) {
  const router = useRouter();
  const save = useSave();
  const [dirty, setDirty] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    await save.run(async () => {
      await write(fields);
      setDirty(false);
      router.refresh();
    });
  };
  return { save, dirty, form: { onSubmit, onChange: () => setDirty(true) } };
}
