/**
 * 拼音首字母: finding a name by the first letters of its pinyin. The browser's own
 * Chinese collation is in pinyin order, so the letter of a character follows from
 * between which boundary characters it sorts; no dictionary is needed. A character
 * with several readings has the commonest.
 */
const LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ";
const FIRST = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";
const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const known = new Map<string, string>();

/** The initials of a name: `澜湾区城管局` → `lwqcgj`. */
export function initials(name: string): string {
  let letters = "";
  for (const character of name) letters += letterOf(character);
  return letters;
}

function letterOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return "";
  const before = known.get(character);
  if (before !== undefined) return before;
  let letter = "";
  for (let i = LETTERS.length - 1; i >= 0; i--) {
    if (collator.compare(FIRST.charAt(i), character) <= 0) {
      letter = LETTERS.charAt(i).toLowerCase();
      break;
    }
  }
  known.set(character, letter);
  return letter;
}

/** Whether a name fits what was typed: part of it, its code, or its initials. */
export function fits(typed: string, name: string, code = ""): boolean {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return true;
  if (name.toLowerCase().includes(wanted) || code.toLowerCase().startsWith(wanted)) return true;
  return /^[a-z0-9]+$/.test(wanted) && initials(name).includes(wanted);
}
