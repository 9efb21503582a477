/**
 * What Python writes into a page for its scripts: the JSON in the block `data` of the map (views/map/map_page.py) and of
 * the presentation (views/present/present_page.py). tests/tools/test_scripts.py checks real pages against these types.
 */

/** A colour as `#rrggbb`, and the outline of a symbol about one unit in radius. */
export interface Sector {
  name: string;
  colour: string;
  path: string;
}

/** One step of the scale that a kind of tie is answered on; the weakest stands first. */
export interface Step {
  value: number;
  name: string;
}

/** A kind of tie, and whether its question asks for ties or for a judgment of the partner. */
export interface Layer {
  name: string;
  steps: Step[];
  asks: "ties" | "trust" | "value";
}

/** Something that organizations work on or take part in. */
export interface Item {
  kind: string;
  name: string;
}

/** An organization as the map's network has it; its `id` is its place in the list. */
export interface OrganizationNode {
  id: number;
  /** The name in lines, as it is written under the symbol; left out where that is one. */
  label?: string;
  name: string;
  x: number;
  y: number;
  /** Where it stands in each arrangement, by its kind. */
  places: Record<string, [number, number]>;
  /** With which group it stands there. */
  stands: Record<string, number>;
  /** How wide the written name is. */
  width: number;
  sector: string;
  /** Waves that list it. */
  waves: number[];
  /** For each wave, the numbers of the items that it works on. */
  items: number[][];
  /** Attributes as title and text. */
  about: [string, string][];
  /** The backbone's page only: waves in which it has not answered. */
  silent?: number[];
  /** The backbone's page only: findings by the number of their title among the figures, and value. */
  scores?: [number, number][];
  backbone?: boolean;
}

/** Who reported a tie: both sides, one of them, or one while the other's answer is not known. */
export type NamedBy = "both" | "one" | "unknown";

/** A tie of one kind in one wave. */
export interface TieEdge {
  from: number;
  to: number;
  layer: number;
  wave: number;
  strength: number | null;
  named?: NamedBy;
  /** The backbone's page only: waves that could not have shown it. */
  unsure?: number[];
}

/** How many answered in a wave: for the line about the network, as a sentence, and whether everyone did. */
export interface ResponseLine {
  short: string;
  said: string;
  everyone: boolean;
}

/** What only the backbone's page may say; by the side that is looked at, `out` where that side named the tie. */
export interface DeskWords {
  silent: string;
  named: { both: string; one: Record<"out" | "in", string> };
  judged: { both: string; one: Record<"out" | "in", string> };
  unknown: Record<"out" | "in", string>;
}

/** Whether two sectors have more or fewer ties than chance alone would give: from, to, verdict. */
export type SectorVerdict = [number, number, "more" | "fewer"];

/** By what the map can be arranged beside connections, the names of the groups, and whether some are in several. */
export interface ArrangementData {
  kind: string;
  title: string;
  groups: string[];
  /** Whether the last group is of those who are in none. */
  rest: boolean;
  several: boolean;
}

/** A finding of page one, and what of the map it speaks of: organizations, and lines in a word or pair by pair. */
export interface StoryStep {
  finding: string;
  words: string;
  further: string;
  strength: boolean;
  layer: number;
  /** The arrangement that shows it best, blank for the usual one. */
  arranged: string;
  organizations: number[];
  lines: string | [number, number][];
}

/** A group of a large map: its circle, for each wave how many it has, and on the backbone's page how many answered. */
export interface CountedGroup {
  x: number;
  y: number;
  radius: number;
  listed: number[];
  answered?: number[];
}

/** What a map holds of a network that is too large to be held whole. */
export interface CondensedMap {
  /** What puts organizations into a group. */
  kind: "sector" | "connections";
  /** In the order of the legend. */
  groups: CountedGroup[];
  /**
   * Connections that are counted: two nodes, layer, wave, how many of unknown strength, and how many of each step. Nodes
   * are organizations by their id and, following these, the counted parts of groups.
   */
  tallies: number[][];
}

/** Sizes in which names are written and symbols drawn. */
export interface MapType {
  family: string;
  size: number;
  line: number;
  radius: number;
  below: number;
}

/** Everything about the map that is not an organization or a tie. */
export interface MapAbout {
  partnership: string;
  sectors: Sector[];
  /** What stands for a sector that nobody stated. */
  unstated: string;
  clusters: { name: string; members: number[] }[];
  /** Titles of the findings that say a number of organizations; the backbone's page only. */
  figures: string[];
  arrangements: ArrangementData[];
  story: StoryStep[];
  /** By the number of a layer. */
  verdicts: Record<string, SectorVerdict[]>;
  layers: Layer[];
  waves: string[];
  /** Whether the report counts each side's report as a tie of its own. */
  namings: boolean;
  /** Whether it is known who answered. */
  known: boolean;
  left_out: string;
  answers: ResponseLine[];
  items: Item[];
  words: DeskWords | Record<string, never>;
  /** Whether the map starts from sectors that open into their members. */
  grouped: boolean;
  /** Where it holds some members of each group only: their groups, and what is counted. */
  condensed: CondensedMap | null;
  desk: boolean;
  /** Titles of the findings that the size of symbols can stand for. */
  sizes: string[];
  opening: { layer: number; wave: number; arranged: string };
  type: MapType;
}

/** The map's block. */
export interface MapData {
  organizations: OrganizationNode[];
  ties: TieEdge[];
  /** The options of the drawing library as JSON. */
  options: string;
  about: MapAbout;
}

/** A name on the presentation's map: organization, x of its middle, top, and 1 where a line leads to its symbol. */
export type PlacedName = [number, number, number, 0 | 1];

/** A part of the map: the names written on it, their size, and its frame as left, top, width and height. */
export interface MapView {
  named: PlacedName[];
  size: number;
  frame: [number, number, number, number];
}

/** An organization as the presentation shows it. */
export interface PresentOrganization extends MapView {
  name: string;
  /** The letter that it is found under, `#` for a number. */
  initial: string;
  sector: number;
  x: number;
  y: number;
  lines: string[];
  width: number;
  backbone: boolean;
}

/** A screen: what of the map is lit, and which lines are bright, by their numbers; nothing where it is all. */
export interface PresentScreen extends MapView {
  id: string;
  /** Whether it is the question that the room guesses before the screen. */
  asks: boolean;
  /** How long it takes. */
  minutes: number;
  /** Where symbols stand where the map is arranged by sector: x and y of each organization. */
  places: [number, number][] | null;
  lit: number[] | null;
  bright: number[] | null;
}

/** What somebody took on at the last meeting, by the headers of commitments.csv. */
export interface Commitment {
  who: string;
  "with whom": string[];
  outcome: string;
  "first step": string;
  "by when": string;
  done: boolean;
}

/** The presentation's block. */
export interface PresentData {
  about: { partnership: string; wave: string };
  outcomes: string[];
  commitments: Commitment[];
  organizations: PresentOrganization[];
  initials: string[];
  /** Lines: from, to, width. */
  threads: [number, number, number][];
  /** A sector's name is broken into lines for the map that is arranged by sector. */
  sectors: (Sector & { lines: string[] })[];
  screens: PresentScreen[];
  /** How strong the lines are drawn. */
  ink: number;
  /** The kind of tie that is drawn, blank where none may be. */
  layer: string;
  type: { family: string; size: number; line: number; radius: number; ring: number };
}
