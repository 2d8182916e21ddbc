/* Written anew from argumap.views.map.payload_types; change that, and the test says how. */

export interface Where {
  source?: string;
  at?: string;
  section?: string;
  text?: string;
  units?: [number, number];
  state?: string;
}

export interface Voice {
  by: string;
  act: string;
  voice: string;
  via?: string[];
  loosely?: boolean;
  cue?: string;
  date?: string;
  at?: string[];
}

export interface Node {
  id: string;
  kind: "issue" | "claim" | "group";
  title: string;
  text?: string;
  parent?: string;
  compares?: string[];
  exclusive?: boolean;
  role?: string;
  relation?: string;
  step?: string;
  type?: string;
  implicit?: boolean;
  drafted?: boolean;
  date?: string;
  concepts?: string[];
  concerns?: [string, string][];
  tags?: string[];
  voices?: Voice[];
  unreadable?: string[];
  where?: Where[];
  word?: string;
  pros?: [number, number, number];
  cons?: [number, number, number];
  verdict?: (string | string[])[][];
  strength?: number;
  cautions?: string[];
  leads?: string;
  ranking?: [string, number, number][];
  order?: string[];
}

export interface Link {
  from: string;
  relation: string;
  to: string;
  step?: string;
}

export interface Step {
  id: string;
  premises: string[];
  relation: string;
  target: string;
  scheme?: string;
  warrant?: string;
  inferred?: boolean;
  voices?: Voice[];
  unreadable?: string[];
  where?: Where[];
  status?: string;
  verdict?: (string | string[])[][];
}

export interface Stakeholder {
  id: string;
  name: string;
  type: string;
  many?: boolean;
  role?: string;
  affiliation?: string[];
  interests?: string[];
  aliases?: string[];
  link?: string;
}

export interface Concept {
  id: string;
  label: string;
  type?: string;
}

export interface Source {
  id: string;
  title?: string;
  author?: string;
  url?: string;
  date?: string;
}

export interface Section {
  id: string;
  at: string;
  title?: string;
}

export interface VerdictRules {
  words: string[];
  missingReasons: string[];
  saidByWord: Record<string, string>;
}

export interface Equations {
  ids: string[];
  claims: number;
  base: number[];
  attackers: Record<string, number[]>;
  supporters: Record<string, number[]>;
  premises: Record<string, number[]>;
  requires: number[];
  void: number[];
  order: (number | number[])[];
  standards?: Record<string, string>;
}

export interface Payload {
  version: number;
  name?: string;
  title?: string;
  questions?: string[];
  nodes?: Node[];
  links?: Link[];
  arguments?: Step[];
  stakeholders?: Stakeholder[];
  concepts?: Concept[];
  sources?: Source[];
  sections?: Section[];
  texts?: Record<string, string[][]>;
  weighed?: boolean;
  verdictRules?: VerdictRules;
  equations?: Equations;
  snapshot?: string;
}

export interface Glyph {
  word: string;
  sign: string;
  dash: number[];
}

export interface Legend {
  relations: Record<string, Glyph>;
  words: Record<string, Glyph>;
  types: Record<string, string>;
  voices: Record<string, string>;
}

export interface HeldNode {
  id: string;
  label: string;
  shape: string;
}

export interface HeldEdge {
  id: string;
  from: string;
  to: string;
  relation: string;
}
