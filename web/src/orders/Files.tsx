/** Files: photos as small pictures with time and place; everything else by its kind. */
import { AudioOutlined, FileTextOutlined } from "@ant-design/icons";
import { Image } from "antd";
import type { Evidence } from "../api/types";
import { useWords } from "../words";
import { evidenceKinds } from "../words/codes";
import { Time } from "../words/Time";
import { orderWords } from "./words";

const urlOf = (number: string, hash: string) => `/api/orders/${number}/attachments/${hash}`;

export function Thumbs({ number, evidence }: { number: string; evidence: readonly Evidence[] }) {
  if (!evidence.length) return null;
  return (
    <div className="thumbs">
      {evidence.map((one) => (
        <Thumb key={one.hash} number={number} evidence={one} />
      ))}
    </div>
  );
}

function Thumb({ number, evidence }: { number: string; evidence: Evidence }) {
  const w = useWords(orderWords);
  const kind = useWords(evidenceKinds)[evidence.kind];
  const url = urlOf(number, evidence.hash);
  const position = evidence.position as [number, number] | null | undefined;
  return (
    <figure className="thumb" style={{ margin: 0 }}>
      {evidence.kind === "photo" ? (
        <Image src={url} alt={kind} loading="lazy" />
      ) : evidence.kind === "record" ? (
        <span className="paper quiet">{kind}</span>
      ) : (
        <a className="paper" href={url} target="_blank" rel="noreferrer">
          {evidence.kind === "recording" ? <AudioOutlined aria-hidden /> : <FileTextOutlined aria-hidden />}{" "}
          {kind}
        </a>
      )}
      <figcaption className="quiet">
        {evidence.taken_at != null && (
          <>
            {w.takenAt} <Time at={evidence.taken_at} show="exact" />
          </>
        )}
        {position && (
          <>
            {" "}
            · {w.atPlace} {(position[0] / 1e6).toFixed(5)}, {(position[1] / 1e6).toFixed(5)}
          </>
        )}
      </figcaption>
    </figure>
  );
}
