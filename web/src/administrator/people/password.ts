/** A first password, drawn by chance: four groups of four that can be read out on the telephone. */

/** Letters and digits that are not taken for each other. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

export function firstPassword(): string {
  const groups: string[] = [];
  while (groups.length < 4) {
    let group = "";
    while (group.length < 4) {
      const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
      // Of 256, those beyond the last whole round would come too often.
      if (byte < 256 - (256 % SIGNS.length)) group += SIGNS[byte % SIGNS.length];
    }
    groups.push(group);
  }
  return groups.join("-");
}
