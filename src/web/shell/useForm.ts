import { type FormEvent, useState } from "react";
import { errorText } from "../api/client";
import "./form.css";

/** One attempt at a time, and what went wrong with the last one. */
export function useForm(action: () => Promise<void>) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      await action();
    } catch (refused) {
      setError(errorText(refused));
    } finally {
      setPending(false);
    }
  };
  return { isPending, error, submit: (event?: FormEvent) => void submit(event) };
}
