/** Codes with parents as a tree. */

/** What a tree is made of. */
export interface Node {
  code: string;
  name: string;
  /** The code above; empty at the top. */
  parent: string;
  ended: boolean;
}

/** The children of each code, in the order of the list; `""` for the top, where those come whose parent is not there. */
export function below<T extends Node>(nodes: readonly T[]): ReadonlyMap<string, T[]> {
  const known = new Set(nodes.map(({ code }) => code));
  const children = new Map<string, T[]>();
  for (const node of nodes) {
    const parent = known.has(node.parent) ? node.parent : "";
    const beside = children.get(parent);
    if (beside) beside.push(node);
    else children.set(parent, [node]);
  }
  return children;
}

/** The names above a node, from the top. */
export function pathOf(nodes: readonly Node[], node: Node): string[] {
  const by = new Map(nodes.map((one) => [one.code, one]));
  const names: string[] = [];
  for (let above = by.get(node.parent); above && names.length < 20; above = by.get(above.parent))
    names.unshift(above.name);
  return names;
}

/** The next code that is free below a parent, as long as its siblings': `0103` after `0102`; empty when it cannot be guessed. */
export function nextCode(nodes: readonly Node[], parent: string): string {
  const siblings = nodes.filter((node) => node.parent === parent && node.code.startsWith(parent));
  const last = siblings
    .map(({ code }) => code)
    .sort()
    .at(-1);
  const digits = last?.slice(parent.length);
  if (!digits || !/^\d+$/.test(digits)) return "";
  const next = String(Number(digits) + 1);
  return next.length > digits.length ? "" : parent + next.padStart(digits.length, "0");
}
