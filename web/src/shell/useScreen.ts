/** A screen's name: the browser's title, and what a screen reader hears when one comes to it. */
import { useEffect } from "react";
import { useWords } from "../words";
import { shellWords } from "./words";

export function useScreen(title: string): void {
  const { product } = useWords(shellWords);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
