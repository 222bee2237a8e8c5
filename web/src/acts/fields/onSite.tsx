/** Fields of who was where: the phone's position, who came. */
import { AimOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useCity } from "../../city/city";
import { useWords } from "../../words";
import { actWords } from "../words";

/** Millionths of a degree north and east. */
export type Position = [number, number];
export interface Attended {
  unit: string;
  came: boolean;
  helped: boolean;
}

export function PositionField({
  value,
  onChange,
}: {
  value: Position | null;
  onChange: (value: Position) => void;
}) {
  const w = useWords(actWords);
  const [denied, setDenied] = useState(false);
  return (
    <span className="buttons">
      <Button
        icon={<AimOutlined aria-hidden />}
        onClick={() =>
          navigator.geolocation.getCurrentPosition(
            ({ coords }) => onChange([Math.round(coords.latitude * 1e6), Math.round(coords.longitude * 1e6)]),
            () => setDenied(true),
            { enableHighAccuracy: true, timeout: 10_000 },
          )
        }
      >
        {w.readPosition}
      </Button>
      {value && (
        <span className="number">
          {(value[0] / 1e6).toFixed(5)}, {(value[1] / 1e6).toFixed(5)}
        </span>
      )}
      {denied && !value && <span className="field-missing">{w.positionDenied}</span>}
    </span>
  );
}

export function AttendanceField({
  value,
  onChange,
}: {
  value: Attended[];
  onChange: (value: Attended[]) => void;
}) {
  const w = useWords(actWords);
  const city = useCity();
  return (
    <>
      {value.map((one, i) => (
        <div key={one.unit} className="row-between">
          <span>{city.unit(one.unit)}</span>
          <span className="buttons">
            <Checkbox
              checked={one.came}
              onChange={(e) =>
                onChange(
                  value.with(i, { ...one, came: e.target.checked, helped: e.target.checked && one.helped }),
                )
              }
            >
              {w.came}
            </Checkbox>
            <Checkbox
              checked={one.helped}
              disabled={!one.came}
              onChange={(e) => onChange(value.with(i, { ...one, helped: e.target.checked }))}
            >
              {w.helped}
            </Checkbox>
          </span>
        </div>
      ))}
    </>
  );
}
