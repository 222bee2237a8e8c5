/** 地方: districts, towns, villages, grids, with where they are. */
import { InputNumber } from "antd";
import { useMemo, useState } from "react";
import { api, read } from "../../api/client";
import { PlacePicker } from "../../city/Pickers";
import { useCity } from "../../city/city";
import { Field } from "../../shell/SheetForm";
import { bilingual, useWords } from "../../words";
import { ifMatch, useDone, usePlaces, type KeptPlace } from "../lists";
import { Reading } from "../Reading";
import { Branches, type Branch } from "./Branches";
import { BranchForm } from "./BranchForm";

const words = bilingual(
  {
    title: "地方",
    lead: "行政区划和网格。诉求的地点落在哪一级，派单目录就按哪一级找职责。",
    one: "地方",
    position: "位置",
    positionHelp: "中心点的纬度和经度（WGS 84），用于地图和到场距离；可不填。",
    lat: "纬度",
    lon: "经度",
    saved: "已保存。",
    ended: "已停用。",
  },
  {
    title: "Places",
    lead: "Districts, towns and grids. The directory finds a duty by the closest place.",
    one: "place",
    position: "Position",
    positionHelp: "Latitude and longitude of its middle (WGS 84), for maps and distances; may be left empty.",
    lat: "Latitude",
    lon: "Longitude",
    saved: "Saved.",
    ended: "Ended.",
  },
);

/** Millionths of a degree. */
const MILLION = 1_000_000;

interface Place extends Branch {
  position: readonly [number, number] | null;
}

export default function Places() {
  const places = usePlaces();
  return <Reading of={places}>{(all) => <List all={all as KeptPlace[]} />}</Reading>;
}

function List({ all }: { all: KeptPlace[] }) {
  const w = useWords(words);
  const city = useCity();
  const done = useDone();
  const nodes = useMemo(
    () =>
      all.map(
        ({ entry, version, ended_at, successor }): Place => ({
          code: entry.code,
          name: entry.name,
          parent: entry.parent ?? "",
          level: entry.level,
          ended: ended_at != null,
          version,
          successor,
          position: entry.position ?? null,
        }),
      ),
    [all],
  );
  return (
    <Branches
      title={w.title}
      lead={w.lead}
      one={w.one}
      nodes={nodes}
      cells={[
        {
          key: "position",
          title: w.position,
          cell: ({ position }) =>
            position && (
              <span className="quiet number">
                {position.map((degrees) => (degrees / MILLION).toFixed(4)).join(", ")}
              </span>
            ),
        },
      ]}
      form={(of, close) => (
        <PlaceForm
          of={of}
          above={city.placePath("node" in of ? of.node.parent : of.parent)}
          onClose={close}
        />
      )}
      picker={(value, onChange, id) => <PlacePicker id={id} value={value} onChange={onChange} />}
      onEnd={async (node, body, against) => {
        await read(
          api.POST("/api/administrator/places/{id}/endings", {
            params: { path: { id: node.code }, header: ifMatch(against ?? node.version) },
            body,
          }),
        );
        await done(w.ended, "places");
      }}
    />
  );
}

function PlaceForm({
  of,
  above,
  onClose,
}: {
  of: { node: Place } | { parent: string; code: string };
  above: string;
  onClose: () => void;
}) {
  const w = useWords(words);
  const done = useDone();
  const known = "node" in of ? of.node.position : null;
  const [lat, setLat] = useState(known ? known[0] / MILLION : null);
  const [lon, setLon] = useState(known ? known[1] / MILLION : null);
  return (
    <BranchForm
      of={of}
      above={above}
      onCancel={onClose}
      onSave={async ({ code, version, ...said }) => {
        const position: [number, number] | null =
          lat === null || lon === null ? null : [Math.round(lat * MILLION), Math.round(lon * MILLION)];
        await read(
          api.PUT("/api/administrator/places/{id}", {
            params: { path: { id: code }, header: ifMatch(version) },
            body: { ...said, position },
          }),
        );
        await done(w.saved, "places");
        onClose();
      }}
    >
      <Field label={w.position} help={w.positionHelp}>
        {({ id, describedBy }) => (
          <span className="buttons">
            <InputNumber
              id={id}
              aria-describedby={describedBy}
              aria-label={w.lat}
              placeholder={w.lat}
              min={-90}
              max={90}
              step={0.001}
              value={lat}
              onChange={setLat}
            />
            <InputNumber
              aria-label={w.lon}
              placeholder={w.lon}
              min={-180}
              max={180}
              step={0.001}
              value={lon}
              onChange={setLon}
            />
          </span>
        )}
      </Field>
    </BranchForm>
  );
}
