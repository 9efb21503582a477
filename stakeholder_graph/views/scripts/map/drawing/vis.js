/**
 * The drawing library. vis-network comes with pyvis as a classic script, which sets the one global that our modules
 * read; its types are declared here as far as they are used.
 */

/** @typedef {{ x: number, y: number }} Place */
/** @typedef {{ duration: number, easingFunction?: string }} Animation */
/**
 * @typedef {object} VisNetwork
 * @property {{ nodes: Record<number, Place> }} body
 * @property {() => Place} getViewPosition
 * @property {() => number} getScale
 * @property {(to: { position?: Place, scale?: number, animation?: Animation | false }) => void} moveTo
 * @property {(width: string, height: string) => void} setSize
 * @property {() => void} redraw
 * @property {(event: string, listener: (given: any) => void) => void} on
 * @property {(event: string, listener: (given: any) => void) => void} off
 */
/**
 * @template T
 * @typedef {{ length: number, clear: () => void, add: (entries: T[]) => void }} VisDataSet
 */
/** @typedef {{ Network: new (where: Element, data: object, options: object) => VisNetwork, DataSet: new () => VisDataSet<any> }} VisLibrary */

export const { Network, DataSet } = /** @type {{ vis: VisLibrary }} */ (/** @type {unknown} */ (globalThis)).vis;
