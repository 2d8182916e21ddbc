/* What the page uses of vis-network 9.1.2, which pyvis ships. */

interface Point {
  x: number;
  y: number;
}
interface Rendered {
  drawNode: () => void;
  nodeDimensions: {width: number; height: number};
}

declare namespace vis {
  class DataSet {
    constructor(records: object[]);
    get(id: string): object | null;
    getIds(): string[];
    remove(ids: string[]): void;
    update(records: object[]): void;
  }
  class Network {
    constructor(holder: HTMLElement, data: {nodes: DataSet; edges: DataSet}, options: object);
    on(name: "beforeDrawing" | "afterDrawing", listener: (ctx: CanvasRenderingContext2D) => void): void;
    on(name: "click" | "doubleClick", listener: (event: {pointer: {DOM: Point}}) => void): void;
    on(name: "hoverNode", listener: (event: {node: string}) => void): void;
    on(name: "blurNode" | "dragEnd" | "zoom", listener: () => void): void;
    redraw(): void;
    setSize(width: string, height: string): void;
    getScale(): number;
    getViewPosition(): Point;
    moveTo(view: {position?: Point; scale?: number; animation: false}): void;
    canvasToDOM(at: Point): Point;
    DOMtoCanvas(at: Point): Point;
  }
}

/** What the tests of the page ask. */
declare var argumapPage: object;
