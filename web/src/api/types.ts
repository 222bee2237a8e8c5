/** The server's types under the names that screens use. All come from its OpenAPI document. */
import type { components, operations, paths } from "./schema";

type Schemas = components["schemas"];
/** What an operation answers when all is well. */
export type Answer<Id extends keyof operations> = operations[Id] extends {
  responses: infer Responses;
}
  ? Responses[keyof Responses & (200 | 201)] extends { content: { "application/json": infer Body } }
    ? Body
    : never
  : never;
/** What an operation takes as its body. */
export type Said<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

/** Milliseconds since 1970. */
export type Moment = number;
export type Me = Answer<"me">;
export type Role = Schemas["Role"];
/** The roles of people who have a workplace. */
export type StaffRole = Exclude<Role, "citizen" | "system">;
export type Page = Answer<"list_orders">;
/** One order as a list shows it. */
export type Line = Page["items"][number];
/** What a list is asked for. */
export type Query = NonNullable<operations["list_orders"]["parameters"]["query"]>;
export type OrderPage = Answer<"get_order">;
export type Order = OrderPage["order"];
export type Entry = OrderPage["history"][number];
export type Event = Schemas["Event"];
export type Part = Order["parts"][number];
export type Clock = Order["clocks"][number];
export type Outcome = Schemas["Outcome"];
export type Evidence = Schemas["Evidence"];
export type Text = Schemas["Text"];
export type Actor = Entry["by"];
export type Basis = Schemas["Basis"];
export type Appeal = Order["appeals"][number];

export type Stage = Schemas["Stage"];
export type Kind = Schemas["Kind"];
export type Level = Schemas["Level"];
export type Channel = Schemas["Channel"];
export type Sensitivity = Schemas["Sensitivity"];
export type Confidentiality = Schemas["Confidentiality"];
export type ClockKind = Schemas["ClockKind"];
export type PartState = Schemas["PartState"];
export type Duty = Schemas["Duty"];
export type Manner = Schemas["Manner"];
export type ReturnReason = Schemas["ReturnReason"];
export type ReturnFate = Schemas["ReturnFate"];
export type ReturnVerdict = Schemas["ReturnVerdict"];
export type PauseReason = Schemas["PauseReason"];
export type Conclusion = Schemas["Conclusion"];
export type CallOutcome = Schemas["CallOutcome"];
export type Solved = Schemas["Solved"];
export type Satisfaction = Schemas["Satisfaction"];
export type Grievance = Schemas["Grievance"];
export type Unacceptable = Schemas["Unacceptable"];
export type Route = Schemas["Route"];
export type EmergencyLine = Schemas["EmergencyLine"];
export type LinkKind = Schemas["LinkKind"];
export type ReplyFault = Schemas["ReplyFault"];
export type TerminationReason = Schemas["TerminationReason"];
export type Unresolved = Schemas["Unresolved"];
export type Supervision = Schemas["Supervision"];
export type ReviewSubject = Schemas["ReviewSubject"];
export type ExclusionReason = Schemas["ExclusionReason"];
export type ContactWay = Schemas["ContactWay"];
export type Awaiting = Schemas["Awaiting"];
export type WhistleStep = Schemas["WhistleStep"];
export type UnitKind = Schemas["UnitKind"];
export type DisputeStep = Schemas["DisputeStep"];
export type DisputeCause = Schemas["DisputeCause"];
export type SkipReason = Schemas["SkipReason"];
export type BasisKind = Schemas["BasisKind"];
export type Claim = Schemas["Claim"];
export type PanelSeat = Schemas["PanelSeat"];
export type RulingEffect = Schemas["RulingEffect"];
export type Dispute = Schemas["Dispute"];
export type Ruling = Schemas["Ruling"];
export type EvidenceKind = Schemas["EvidenceKind"];
export type Doubt = Schemas["Doubt"];
export type Obstacle = Schemas["Obstacle"];
export type Lost = Schemas["Lost"];
export type Predicate = Schemas["Predicate"];
export type Subject = Schemas["Subject"];
export type Ownership = Schemas["Ownership"];
export type DutyLevel = Schemas["DutyLevel"];
export type DutySource = Schemas["DutySource"];
export type Condition = Schemas["Condition"];
export type DirectoryEntry = Schemas["DirectoryEntry"];
export type DraftState = Schemas["DraftState"];
export type DraftStepKind = Schemas["DraftStepKind"];
export type Unfit = Schemas["Unfit"];

/** The kinds of events, as the journal spells them. */
export type EventKind = Event extends infer E ? (E extends string ? E : keyof E) : never;
/** What an event of a kind carries. */
export type EventData<K extends EventKind> = Event extends infer E
  ? E extends string
    ? E extends K
      ? null
      : never
    : K extends keyof E
      ? E[K]
      : never
  : never;

type ProblemSchema = Schemas["Problem"];
/** A problem as the server answers it: a code with its data. */
export type Problem = ProblemSchema;
/** Every code of a problem or refusal. */
export type ProblemCode = Problem["code"];
/** The problem of one code. */
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { code: C }>;

/** Where an act is performed: `/api/{role}/orders/{number}/{noun}`. */
type ActPath = {
  [P in keyof paths]: P extends `/api/${string}/orders/{number}/${infer N}`
    ? N extends `${string}/${string}` | "attachments" | "calls" | "receipt"
      ? never
      : paths[P] extends { post: { requestBody: { content: { "application/json": unknown } } } }
        ? P
        : never
    : never;
}[keyof paths];
type StaffActPath = Exclude<ActPath, `/api/citizen/${string}`>;
/** The nouns of all acts that staff perform. */
export type Noun = StaffActPath extends `/api/${string}/orders/{number}/${infer N}` ? N : never;
/** What is said with an act. */
export type Body<N extends Noun> =
  Extract<StaffActPath, `/api/${string}/orders/{number}/${N}`> extends infer P
    ? P extends keyof paths
      ? paths[P] extends { post: { requestBody: { content: { "application/json": infer B } } } }
        ? B
        : never
      : never
    : never;
/** The names of all acts, as the journal spells them. */
export type ActName = Schemas["ActName"];
/** What an act answers. */
export type Performed = Schemas["Performed"];
