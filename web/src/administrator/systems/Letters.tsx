/** 死信: what could not be told, and telling it again. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { api, read } from "../../api/client";
import { useProblemWords } from "../../api/useProblem";
import { Rows } from "../../shell/Rows";
import { bilingual, useWords } from "../../words";
import { Time } from "../../words/Time";
import { listKey } from "../lists";
import { Reading } from "../../shell/Reading";

const words = bilingual(
  {
    title: "死信",
    at: "时间",
    tries: "尝试",
    error: "最后一次的原因",
    again: "重发",
    acts: "操作",
    told: "已重发",
    none: "没有死信：全部送达。",
    done: "已送达。",
  },
  {
    title: "Dead letters",
    at: "When",
    tries: "Tries",
    error: "Why it failed last",
    again: "Tell again",
    acts: "Actions",
    told: "told",
    none: "None: everything was told.",
    done: "Told.",
  },
);

export function Letters({ name }: { name: string }) {
  const w = useWords(words);
  const say = useProblemWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const path = { name };
  const letters = useQuery({
    queryKey: [...listKey("letters"), name],
    queryFn: () => read(api.GET("/api/administrator/hooks/{name}/letters", { params: { path } })),
  });
  const again = useMutation({
    mutationFn: (letter: number) =>
      read(api.POST("/api/administrator/hooks/{name}/redeliveries", { params: { path }, body: { letter } })),
    onSuccess: () => void message.success(w.done),
    onSettled: () => queries.invalidateQueries({ queryKey: [...listKey("letters"), name] }),
  });
  return (
    <div className="stack">
      {again.isError && <Alert type="error" showIcon role="alert" title={say(again.error)} />}
      <Reading of={letters}>
        {(all) => (
          <Rows
            label={w.title}
            rows={all}
            keyOf={({ id }) => id}
            empty={w.none}
            cells={[
              { key: "at", title: w.at, as: "main", cell: ({ at }) => <Time at={at} show="exact" /> },
              { key: "tries", title: w.tries, as: "figure", cell: ({ attempts }) => attempts },
              { key: "error", title: w.error, cell: ({ error }) => <span className="quiet">{error}</span> },
              {
                key: "acts",
                title: w.acts,
                as: "acts",
                cell: ({ id, redelivered_at }) =>
                  redelivered_at ? (
                    <span className="badge good">
                      {w.told} <Time at={redelivered_at} />
                    </span>
                  ) : (
                    <Button
                      loading={again.isPending && again.variables === id}
                      onClick={() => again.mutate(id)}
                    >
                      {w.again}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Reading>
    </div>
  );
}
