/* What the parts of the page are handed: the map, what is looked at, and what can be asked for. */
import type {Debate} from "./card-tree.js";
import type {Facet} from "./facets.js";
import type {Legend} from "./payload.js";
import type {State} from "./state.js";

/** What a part of the page asks of the whole. */
export interface Actions {
  /** Selects a record, or nothing. */
  show: (id: string | null, how?: {keepPanel?: boolean}) => void;
  fold: (id: string) => void;
  focus: (id: string) => void;
  branch: (id: string) => void;
  /** Chooses a value, or no longer. */
  filter: (key: string, value: string) => void;
  /** Unfolds what these are folded under. */
  unfold: (ids: readonly string[]) => void;
  clearFilters: () => void;
  /** Supposes claims away, and nothing else. */
  setAside: (ids: readonly string[]) => void;
  /** After something was unfolded on the debate sheet, or folded. */
  unfoldSheet: () => void;
  /** Goes to the board of a question. */
  ask: (issue: string) => void;
  /** After a what-if changed. */
  suppose: (how?: {keepDetail?: boolean}) => void;
}

export interface App {
  debate: Debate;
  legend: Legend;
  facets: Facet[];
  state: State;
  isList: () => boolean;
  /** The claims that the filters leave and that are folded away. */
  foldedMatches: () => string[];
  act: Actions;
}
