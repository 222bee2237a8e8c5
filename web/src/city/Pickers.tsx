/** Choosing a unit, a matter, a place: by name, code or pinyin initials. */
import { Select } from "antd";
import { useMemo } from "react";
import { bilingual, useWords } from "../words";
import { useCity, type City } from "./city";
import { fits } from "./initials";

const words = bilingual(
  {
    unit: "输入单位名称或拼音首字母",
    matter: "输入事项名称、关键词或拼音首字母",
    place: "输入地名或拼音首字母",
    nothing: "没有符合的，换个说法试试",
  },
  {
    unit: "Name of a unit, or pinyin initials",
    matter: "Name of a matter, keyword or pinyin initials",
    place: "Name of a place, or pinyin initials",
    nothing: "Nothing fits; try other words",
  },
);

interface Item {
  value: string;
  label: string;
  hint: string;
  also: string;
}

interface PickerProps {
  value: string | null | undefined;
  onChange: (code: string | null) => void;
  id?: string;
  label?: string;
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

function Picker({ items, placeholder, ...props }: PickerProps & { items: Item[]; placeholder: string }) {
  const w = useWords(words);
  return (
    <Select
      showSearch={{
        filterOption: (typed, option) =>
          !!option &&
          (fits(typed, option.label, option.value) ||
            (typed.trim() !== "" && option.also.includes(typed.trim()))),
      }}
      allowClear
      style={{ width: "100%" }}
      id={props.id}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      status={props.invalid ? "error" : ""}
      autoFocus={props.autoFocus}
      placeholder={placeholder}
      notFoundContent={w.nothing}
      options={items}
      value={props.value ?? null}
      onChange={(code: string | undefined) => props.onChange(code ?? null)}
      optionRender={(option) => (
        <span>
          {option.data.label} {option.data.hint && <small className="quiet">{option.data.hint}</small>}
        </span>
      )}
    />
  );
}

/** What may be chosen: what has not ended, and what was chosen before it did. */
function usable<T extends { code: string; name: string; ended?: boolean }>(
  all: readonly T[],
  chosen: string | null | undefined,
  more: (one: T) => { hint: string; also?: string },
): Item[] {
  return all
    .filter((one) => !one.ended || one.code === chosen)
    .map((one) => ({ value: one.code, label: one.name, also: "", ...more(one) }));
}

/** One unit; `among` narrows the choice. */
export function UnitPicker({
  among,
  ...props
}: PickerProps & { among?: (unit: string, city: City) => boolean }) {
  const city = useCity();
  const w = useWords(words);
  const items = useMemo(
    () =>
      usable(
        city.data.units.filter((unit) => !among || among(unit.code, city)),
        props.value,
        (unit) => ({ hint: city.unit(unit.parent) }),
      ),
    [city, among, props.value],
  );
  return <Picker {...props} items={items} placeholder={w.unit} />;
}

/** One matter. */
export function MatterPicker(props: PickerProps) {
  const city = useCity();
  const w = useWords(words);
  const items = useMemo(
    () =>
      usable(city.data.matters, props.value, (matter) => ({
        hint: city.matterPath(matter.parent),
        also: matter.keywords.join(" "),
      })),
    [city, props.value],
  );
  return <Picker {...props} items={items} placeholder={w.matter} />;
}

/** One place. */
export function PlacePicker(props: PickerProps) {
  const city = useCity();
  const w = useWords(words);
  const items = useMemo(
    () => usable(city.data.places, props.value, (place) => ({ hint: city.placePath(place.parent) })),
    [city, props.value],
  );
  return <Picker {...props} items={items} placeholder={w.place} />;
}
