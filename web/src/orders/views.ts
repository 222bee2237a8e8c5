/** 常用视图: filters under a name, kept in the browser. */
import { useState } from "react";

export interface View {
  name: string;
  /** The filter as it stands in the address. */
  query: string;
}

const KEY = "minsheng.views";

function kept(): View[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]") as View[];
  } catch {
    return [];
  }
}

/** The saved views, with ways to add and remove one. */
export function useViews() {
  const [views, setViews] = useState(kept);
  const put = (next: View[]) => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setViews(next);
  };
  return {
    views,
    save: (view: View) => put([...views.filter(({ name }) => name !== view.name), view]),
    remove: (name: string) => put(views.filter((view) => view.name !== name)),
  };
}
